/** Certificates are checked whichever way a call takes, and what is wrong with one keeps the name that TLS gives it. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setDefaultCACertificates } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createWeChatHttp } from '#core/wechat/http.ts';
import { createOutbound } from '#core/wechat/outbound.ts';
import { startConnectProxy } from '../../../support/connect-proxy.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { type SelfSigned, selfSigned } from '../../../support/self-signed.ts';

const OK = { errcode: 0, errmsg: 'ok' };
const PATH = '/cgi-bin/getcallbackip';

function open(proxyUrl: string | null, user: string | null = null, password: string | null = null) {
  const proxy = proxyUrl === null ? null : { url: proxyUrl, user, password };
  const network = { connectMs: 2_000, callMs: 4_000, proxy };
  const outbound = createOutbound(() => network);
  const http = createWeChatHttp({ clock: manualClock(), logger: recordingLogger(), outbound });
  onTestFinished(http.close);
  return http;
}

async function start(certificate: SelfSigned): Promise<string> {
  const server = createServer(certificate, (_request, response) => response.end(JSON.stringify(OK)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** As a company's own authority does, once Node knows it. */
function trust(...certificates: SelfSigned[]): void {
  setDefaultCACertificates(certificates.map(({ cert }) => cert));
}

const WRONG: [string, boolean, Parameters<typeof selfSigned>[0], string][] = [
  ['nobody vouches for it', false, {}, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['its time is over', true, { days: -1 }, 'CERT_HAS_EXPIRED'],
  ['it is for another name', true, { names: ['other.test'] }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
];

describe.each(WRONG)('%s', (_case, trusted, options, detail) => {
  async function setUp() {
    const certificate = selfSigned({ names: ['api.weixin.test', '127.0.0.1'], ...options });
    trust(...(trusted ? [certificate] : []));
    return start(certificate);
  }

  it('is refused straight', async () => {
    const call = open(null).get({ apiBaseUrl: await setUp() }, PATH, {});
    await expect(call).rejects.toMatchObject({ kind: 'network', detail });
  });

  it('is refused inside a tunnel', async () => {
    const proxy = await startConnectProxy(await setUp());
    const call = open(proxy.url).get({ apiBaseUrl: 'https://api.weixin.test' }, PATH, {});
    await expect(call).rejects.toMatchObject({ kind: 'network', detail });
    expect(proxy.asked).toMatchObject([{ target: 'api.weixin.test:443' }]);
  });

  it('is refused of an https proxy', async () => {
    const proxyUrl = (await setUp()).replace('127.0.0.1', 'localhost');
    const call = open(proxyUrl).get({ apiBaseUrl: 'https://api.weixin.test' }, PATH, {});
    await expect(call).rejects.toMatchObject({ kind: 'network', detail: `PROXY_${detail}` });
  });
});

it('accepts one that is in order, straight and inside a tunnel of any proxy', async () => {
  const certificate = selfSigned({ names: ['api.weixin.test', '127.0.0.1', 'localhost'] });
  trust(certificate);
  const apiBaseUrl = await start(certificate);
  expect(await open(null).get({ apiBaseUrl }, PATH, {})).toEqual(OK);
  for (const options of [{}, { certificate, login: 'desk:password' }]) {
    const { url, asked } = await startConnectProxy(apiBaseUrl, options);
    const http = open(url, 'desk', 'password');
    expect(await http.get({ apiBaseUrl: 'https://api.weixin.test' }, PATH, {})).toEqual(OK);
    expect(asked).toMatchObject([{ target: 'api.weixin.test:443' }]);
  }
});
