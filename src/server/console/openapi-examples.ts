/** What the REST API's description shows. The rule: every example is one that the contract itself accepts. */
import type { errors } from '#shared/contract/errors.ts';

const at = '2026-11-23T10:00:00.000Z';
const openid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
const accountId = 'rgdz3xm7ko';
const entryId = 'hkhvcti7wr';

const account = {
  id: accountId,
  name: '演示号',
  appId: 'wx5f0c1a7de3b94826',
  hasSecret: true,
  secretHint: '3f9a',
  secretState: 'ok',
  secretVolatile: false,
  kind: 'service',
  publicUrl: 'https://desk.example.com',
  apiBaseUrl: 'https://api.weixin.qq.com',
  authorizeBaseUrl: 'https://open.weixin.qq.com',
  tokenMode: 'stable',
  sharedToken: null,
  servesToken: false,
  sandbox: false,
  publicUrlWarnings: [],
};
const token = {
  mode: 'stable',
  cached: true,
  fetchedAt: at,
  expiresAt: '2026-11-23T12:00:00.000Z',
  expiresIn: 7200,
  fetches: 1,
  fetchesToday: 1,
  dailyLimit: 500_000,
  forcedToday: 0,
  forceAgainAt: null,
  stolenAt: null,
  takenAbout: null,
};
const entry = { id: entryId, accountId, name: '大门', scope: 'snsapi_base', param: 'gate-1' };
const scan = {
  id: '42',
  entryId,
  accountId,
  openid,
  unionid: null,
  verdict: 'followed',
  reason: null,
  errcode: null,
  ip: null,
  param: 'gate-1',
  subscribeTime: '2024-06-10T02:40:00.000Z',
  subscribeScene: 'ADD_SCENE_QR_CODE',
  scannedAt: at,
  decidedAt: at,
  visits: 1,
  firstScannedAt: null,
  annulled: null,
};
const user = {
  openid,
  subscribe: true,
  subscribeTime: scan.subscribeTime,
  subscribeScene: scan.subscribeScene,
  unionid: null,
  language: 'zh_CN',
  remark: '王老师',
  groupId: 0,
  tagIds: [101],
  qrScene: 0,
  qrSceneStr: '',
  nickname: null,
  headImgUrl: null,
  sex: null,
  city: null,
  province: null,
  country: null,
};
const found = { openid, verdict: 'followed', reason: null, errcode: null, user };
const rejected = {
  openid: 'not-an-openid',
  verdict: 'unknown',
  reason: 'openid_rejected',
  errcode: 40003,
  user: null,
};
const follower = {
  openid,
  unionid: null,
  remark: user.remark,
  tagIds: user.tagIds,
  subscribeTime: user.subscribeTime,
  subscribeScene: user.subscribeScene,
  language: user.language,
};
const sync = {
  accountId,
  state: 'running',
  fetched: 12_000,
  total: 100_000,
  pages: 1,
  rate: 800,
  secondsLeft: 110,
  resumesAt: null,
  reason: null,
  errcode: null,
};
const lookup = {
  id: 'kq7d2mzc4a',
  accountId,
  state: 'done',
  startedAt: at,
  endedAt: '2026-11-23T10:00:02.000Z',
  asked: 2,
  answered: 2,
  followed: 1,
  notFollowed: 0,
  unknown: 1,
  reason: null,
  errcode: null,
  resumesAt: null,
};
const person = {
  accountId,
  openid,
  note: '讲师',
  notedAt: at,
  scans: 2,
  firstScannedAt: '2026-11-22T09:00:00.000Z',
  lastScannedAt: at,
  follower,
};
const call = {
  id: 7,
  at,
  accountId,
  method: 'POST',
  endpoint: '/cgi-bin/user/info/batchget',
  ms: 41,
  outcome: 'ok',
  probe: false,
  errcode: null,
  rid: null,
  unreachable: null,
  detail: null,
  retries: 0,
  query: { access_token: '…' },
  body: '{"user_list":[{"openid":"o6_b…fL2M"}]}',
  reply: '{"user_info_list":[{"subscribe":1,"openid":"o6_b…fL2M"}]}',
};
const settings = {
  language: 'auto',
  theme: 'system',
  callbackPort: 5180,
  callbackHost: '0.0.0.0',
  publicUrl: null,
  withoutKeychain: 'undecided',
  keepDays: 180,
  maskOpenids: true,
};
const host = {
  version: '0.1.0',
  capabilities: {
    secretsInKeychain: false,
    openExternal: false,
    boardWindow: false,
    kioskWindow: false,
    tray: false,
    tokenService: true,
  },
  vault: { state: 'ok', backend: 'key_file', undecided: false },
  callback: { state: 'listening', url: 'http://127.0.0.1:5180', port: 5180 },
  sandboxUrl: null,
  dataFolder: '/var/lib/followdesk',
  notices: [],
};
const network = {
  proxyUrl: null,
  proxyUser: null,
  hasProxyPassword: false,
  connectSeconds: 3,
  callSeconds: 8,
};
const verificationFile = { name: 'MP_verify_Ab3dEf6hIj9kLm2n.txt', text: 'Ab3dEf6hIj9kLm2n' };
const doctor = {
  accountId,
  at,
  healthy: false,
  findings: [
    {
      check: 'whitelist',
      state: 'failed',
      actor: 'admin',
      errcode: 40164,
      cause: 'ip_not_allowed',
      facts: { ip: '203.0.113.7' },
    },
  ],
};

export const sample = {
  at,
  openid,
  accountId,
  entryId,
  account,
  token,
  entry,
  scan,
  user,
  found,
  rejected,
  follower,
  sync,
  lookup,
  person,
  call,
  settings,
  host,
  network,
  verificationFile,
  doctor,
};

/** The facts of each error of the contract. */
export const errorFacts: Record<keyof typeof errors, object> = {
  NOT_FOUND: { kind: 'account', id: accountId },
  SECRET_MISSING: { accountId, state: 'missing' },
  VAULT_UNAVAILABLE: { backend: 'none' },
  VAULT_UNDECIDED: { state: 'weak', backend: 'basic_text' },
  IMPORT_REFUSED: { cause: 'wrong_password' },
  WRONG_TOKEN_MODE: { accountId, tokenMode: 'classic' },
  TOKEN_SERVICE_FAILED: { cause: 'unreachable', status: null },
  WECHAT_REFUSED: {
    errcode: 40164,
    rid: '65a1b2c3-4d5e6f70-12345678',
    endpoint: '/cgi-bin/stable_token',
    ip: '203.0.113.7',
  },
  WECHAT_UNREACHABLE: { endpoint: '/cgi-bin/user/info', cause: 'timeout' },
  STORAGE_FAILED: { cause: 'full' },
  PORT_IN_USE: { port: 5180, offeredPort: 5182 },
  LISTEN_FAILED: { code: 'PORT_FORBIDDEN', port: 80 },
  NOT_RECHECKABLE: { scanId: scan.id },
  LOCKED: { isKiosk: false },
  WRONG_PIN: { typed: 'pin', triesLeft: 4, retryAfterSeconds: 0 },
  PIN_MISSING: {},
  TOO_SOON: { retryAfterSeconds: 30 },
};
