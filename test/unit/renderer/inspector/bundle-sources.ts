/** Everything a bundle is made of, with secrets planted wherever one might slip in. */
import type { Account } from '#shared/model/account.ts';
import type { Call } from '#shared/model/call.ts';
import type { DoctorReport } from '#shared/model/doctor.ts';
import type { HostStatus } from '#shared/model/host.ts';
import type { Network } from '#shared/model/network.ts';

export const SECRET = '0123456789abcdef0123456789abcdef';
export const TOKEN = `88_${'Ab3-_x'.repeat(24)}`;
export const OPENID = 'oAbcDefghij-klmnop_rst347890';

export const account: Account = {
  id: 'a1',
  name: '晨光书店',
  appId: 'wx00112233445566aa',
  hasSecret: true,
  secretHint: 'plantedhint',
  secretState: 'ok',
  secretVolatile: false,
  kind: 'service',
  publicUrl: 'https://planted-user:planted-password@scan.example.com',
  apiBaseUrl: 'https://api.weixin.qq.com',
  authorizeBaseUrl: 'https://open.weixin.qq.com',
  tokenMode: 'shared',
  sharedToken: {
    url: 'https://token.example/wechat?sesame=planted-key',
    tokenPointer: '/data/access_token',
    expiryPointer: null,
    hasBearer: true,
  },
  servesToken: false,
  sandbox: false,
  publicUrlWarnings: [],
};

export const hostStatus: HostStatus = {
  version: '0.1.0',
  capabilities: {
    secretsInKeychain: false,
    openExternal: false,
    boardWindow: false,
    kioskWindow: false,
    tray: false,
    tokenService: true,
  },
  vault: { state: 'ok', backend: 'file', undecided: false },
  callback: { state: 'listening', url: 'http://127.0.0.1:8787', port: 8787 },
  sandboxUrl: null,
  dataFolder: '/home/mei/.config/followdesk',
  notices: [],
};

export const network: Network = {
  proxyUrl: 'http://planted-user:planted-password@proxy.example:3128',
  proxyUser: 'planted-user',
  hasProxyPassword: true,
  connectSeconds: 5,
  callSeconds: 10,
};

export const report: DoctorReport = {
  accountId: 'a1',
  at: '2026-03-01T02:30:00.000Z',
  healthy: false,
  findings: [
    {
      check: 'token',
      state: 'failed',
      actor: 'operator',
      errcode: 40001,
      cause: 'token_taken',
      facts: { detail: `access_token=${TOKEN} in /home/mei/x`, seen: TOKEN, openid: OPENID },
    },
  ],
};

/** A call as a host that redacts nothing would give it. */
export const call: Call = {
  id: 7,
  at: '2026-03-01T02:31:00.000Z',
  accountId: 'a1',
  method: 'POST',
  endpoint: '/cgi-bin/user/info',
  ms: 43,
  outcome: 'refused',
  errcode: 40164,
  rid: '5fa26c60-1a0ebdd5-32fd1cd0',
  unreachable: null,
  detail: `connect ECONNREFUSED /home/mei/proxy.sock ${SECRET}`,
  probe: false,
  retries: 0,
  query: { access_token: TOKEN, openid: OPENID, code: 'planted-key', secret: SECRET },
  body: JSON.stringify({
    appid: 'wx1',
    secret: SECRET,
    user_list: [{ openid: OPENID }],
    code: 'planted-key',
  }),
  reply: `{"errcode":40164,"openid":"${OPENID}","nested":"{\\"access_token\\":\\"${TOKEN}\\"}","token":"${TOKEN}`,
};
