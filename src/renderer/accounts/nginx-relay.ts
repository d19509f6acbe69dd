/**
 * A relay to WeChat as an nginx server, for a site whose own exit IP changes. The rule: WeChat's certificate is
 * checked, and what passes is not written down.
 * @see https://nginx.org/en/docs/http/ngx_http_proxy_module.html — proxy_ssl_server_name, proxy_ssl_verify
 */
export interface RelayComments {
  log: string;
  verify: string;
  authorities: string;
}

export function nginxRelay({ log, verify, authorities }: RelayComments): string {
  return `server {
    listen 443 ssl;
    server_name relay.example.com;
    ssl_certificate     relay.example.com.crt;
    ssl_certificate_key relay.example.com.key;

    # ${log}
    access_log off;

    location / {
        proxy_pass https://api.weixin.qq.com;
        proxy_set_header Host api.weixin.qq.com;
        proxy_ssl_server_name on;
        # ${verify}
        proxy_ssl_verify on;
        proxy_ssl_verify_depth 3;
        # ${authorities}
        proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;
    }
}
`;
}
