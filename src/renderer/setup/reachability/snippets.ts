/**
 * Configuration for the usual ways from the internet to the callback listener, filled in with this
 * operator's own host and port. Plain text to copy; nothing in it switches a check of certificates off, and
 * what only the operator knows (a server's address, a token, a certificate) is left as a name to replace.
 */

/** In the order they are offered. */
export const WAYS = ['nginx', 'caddy', 'frp', 'cpolar', 'cloudflared'] as const;
export type Way = (typeof WAYS)[number];

export interface SnippetFile {
  /** What the file is called, or `shell` for commands to type. */
  name: string;
  text: string;
}

interface Road {
  /** Lower case, without a port. */
  host: string;
  /** The port phones use. */
  port: string;
  /** Without a slash at its end; empty for the root. */
  path: string;
  https: boolean;
  /** `127.0.0.1:54321`: where the listener is. */
  listener: string;
  listenerPort: string;
}

/** Hosts that the parser lets through and a configuration file would read as something else. */
const PLAIN_HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)$/;
const PLAIN_PATH = /^(\/[A-Za-z0-9._~-]+)*$/;

/** The ways that can cut a path off before they pass a call on; the others need an address without one. */
export function takesPath(way: Way): boolean {
  return way === 'nginx' || way === 'caddy';
}

/** `callbackUrl` is the listener's own address. Null where one of the two is not plain enough to write down. */
export function snippetOf(way: Way, publicUrl: string, callbackUrl: string): SnippetFile[] | null {
  const road = roadOf(publicUrl, callbackUrl);
  return road && WRITERS[way](road);
}

function roadOf(publicUrl: string, callbackUrl: string): Road | null {
  const url = URL.parse(publicUrl);
  const listener = URL.parse(callbackUrl);
  if (!url || !listener || !/^https?:$/.test(url.protocol)) return null;
  const path = url.pathname.replace(/\/+$/, '');
  if (!PLAIN_HOST.test(url.hostname) || !PLAIN_PATH.test(path)) return null;
  const https = url.protocol === 'https:';
  return {
    host: url.hostname,
    port: url.port || (https ? '443' : '80'),
    path,
    https,
    listener: listener.host,
    listenerPort: listener.port || '80',
  };
}

const WRITERS: Record<Way, (road: Road) => SnippetFile[]> = { nginx, caddy, frp, cpolar, cloudflared };

function nginx({ host, port, path, https, listener }: Road): SnippetFile[] {
  const pass = [
    `    location ${path}/ {`,
    `        proxy_pass http://${listener}/;`,
    '        proxy_http_version 1.1;',
    '        proxy_set_header Host $host;',
    '        proxy_set_header X-Forwarded-For $remote_addr;',
    '        proxy_set_header X-Forwarded-Proto $scheme;',
    '    }',
  ];
  if (!https) {
    return [
      file('nginx.conf', ['server {', `    listen ${port};`, `    server_name ${host};`, '', ...pass, '}']),
    ];
  }
  return [
    file('nginx.conf', [
      'server {',
      `    listen ${port} ssl;`,
      `    server_name ${host};`,
      `    ssl_certificate     /etc/nginx/ssl/${host}.fullchain.pem;`,
      `    ssl_certificate_key /etc/nginx/ssl/${host}.key.pem;`,
      '    ssl_protocols       TLSv1.2 TLSv1.3;',
      '',
      ...pass,
      '}',
      ...(port === '443' ? plainPort(host, pass[1] ?? '', path) : []),
    ]),
  ];
}

/** WeChat may fetch its proof file without TLS, and does not follow a redirect for it. */
function plainPort(host: string, proxyPass: string, path: string): string[] {
  return [
    '',
    'server {',
    '    listen 80;',
    `    server_name ${host};`,
    `    location ^~ ${path}/MP_verify_ {`,
    proxyPass.replace('/;', '/MP_verify_;'),
    '    }',
    '    location / {',
    '        return 301 https://$host$request_uri;',
    '    }',
    '}',
  ];
}

function caddy({ host, port, path, https, listener }: Road): SnippetFile[] {
  const ordinary = port === (https ? '443' : '80');
  const site = `${https ? '' : 'http://'}${host}${ordinary ? '' : `:${port}`}`;
  const pass = `reverse_proxy ${listener}`;
  const inside = path === '' ? [`    ${pass}`] : [`    handle_path ${path}/* {`, `        ${pass}`, '    }'];
  const plain = https && ordinary && path === '' ? caddyPlainPort(host, pass) : [];
  return [file('Caddyfile', [`${site} {`, ...inside, '}', ...plain])];
}

function caddyPlainPort(host: string, pass: string): string[] {
  return [
    '',
    `http://${host} {`,
    '    handle /MP_verify_* {',
    `        ${pass}`,
    '    }',
    '    handle {',
    '        redir https://{host}{uri} permanent',
    '    }',
    '}',
  ];
}

function frp({ host, port, https, listener, listenerPort }: Road): SnippetFile[] {
  const localIP = listener.replace(/:\d+$/, '').replace(/[[\]]/g, '');
  const proxy = https
    ? [
        'type = "https"',
        `customDomains = ["${host}"]`,
        '[proxies.plugin]',
        'type = "https2http"',
        `localAddr = "${listener}"`,
        `crtPath = "${host}.fullchain.pem"`,
        `keyPath = "${host}.key.pem"`,
      ]
    : [
        'type = "http"',
        `customDomains = ["${host}"]`,
        `localIP = "${localIP}"`,
        `localPort = ${listenerPort}`,
      ];
  return [
    file('frpc.toml', [
      'serverAddr = "FRPS_SERVER"',
      'serverPort = 7000',
      'auth.token = "FRPS_TOKEN"',
      '',
      '[[proxies]]',
      'name = "followdesk"',
      ...proxy,
    ]),
    file('frps.toml', [
      'bindPort = 7000',
      'auth.token = "FRPS_TOKEN"',
      `${https ? 'vhostHTTPSPort' : 'vhostHTTPPort'} = ${port}`,
    ]),
  ];
}

function cpolar({ host, listener }: Road): SnippetFile[] {
  return [file('shell', [`cpolar http -hostname=${host} ${listener}`])];
}

function cloudflared({ host, listener }: Road): SnippetFile[] {
  return [
    file('config.yml', [
      'tunnel: followdesk',
      'credentials-file: TUNNEL_CREDENTIALS.json',
      'ingress:',
      `  - hostname: ${host}`,
      `    service: http://${listener}`,
      '  - service: http_status:404',
    ]),
    file('shell', [
      'cloudflared tunnel login',
      'cloudflared tunnel create followdesk',
      `cloudflared tunnel route dns followdesk ${host}`,
      'cloudflared tunnel --config config.yml run followdesk',
    ]),
  ];
}

function file(name: string, lines: string[]): SnippetFile {
  return { name, text: `${lines.join('\n')}\n` };
}
