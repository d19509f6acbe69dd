/**
 * The outbound proxy: every call goes through a tunnel (CONNECT), http targets too, so that the proxy sees
 * neither query nor reply of an https call and answers nothing in WeChat's name. Certificates are checked as
 * ever, the target's inside the tunnel and that of an https proxy; a company's own authority is made known to
 * Node with NODE_EXTRA_CA_CERTS, never by checking less.
 */
import { type Dispatcher, Pool, ProxyAgent } from 'undici';
import { CallFailed, proxyFailed } from './call-failed.ts';

export interface OutboundProxy {
  /** http or https, without user and password. */
  url: string;
  user: string | null;
  password: string | null;
}

const AUTH_REQUIRED = 407;

/** @param connectMs for each of: reaching the proxy, its answer, TLS with the target. */
export function createProxyDispatcher(
  proxy: OutboundProxy,
  options: Pool.Options,
  connectMs: number,
): Dispatcher {
  return new ProxyAgent({
    ...options,
    uri: proxy.url,
    proxyTunnel: true,
    token: authorization(proxy),
    connectTimeout: connectMs,
    requestTls: { allowH2: false },
    proxyTls: { allowH2: false },
    clientFactory: (origin, given) =>
      namingFailures(new Pool(origin, { ...given, headersTimeout: connectMs })),
  });
}

function authorization({ user, password }: OutboundProxy): string | undefined {
  if (user === null) return undefined;
  return `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}`;
}

/** ProxyAgent words a refusal in prose and hands on the proxy's socket errors as if they were the target's. */
function namingFailures(pool: Pool): Pool {
  const connect = pool.connect.bind(pool);
  pool.connect = async function connectOrName(options: Parameters<typeof connect>[0]) {
    const tunnel = await connect(options).catch((error: unknown) => {
      throw proxyFailed(error);
    });
    if (tunnel.statusCode === 200) return tunnel;
    tunnel.socket.on('error', () => undefined).destroy();
    throw new CallFailed('network', refusal(tunnel.statusCode));
  } as typeof pool.connect;
  return pool;
}

/** Any other refusal: this proxy does not let anybody through to there, or cannot get there itself. */
function refusal(status: number): string {
  return status === AUTH_REQUIRED ? 'PROXY_AUTH_REQUIRED' : `PROXY_REFUSED (HTTP ${status})`;
}
