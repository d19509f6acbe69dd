/**
 * The ways this WeChat can be made to misbehave: a table, so that code, control API and command line offer the
 * same list. Each was seen in public reports of the real platform.
 */
export const authorizePath = '/connect/oauth2/authorize';
const tokenPaths = ['/cgi-bin/token', '/cgi-bin/stable_token'];

export interface FaultKind {
  /** Paths it strikes unless told otherwise: exact, or a prefix ending in `*`. */
  paths: readonly string[];
  /** Paths that prefix must not catch. */
  except?: readonly string[];
  /** The code it answers with, for faults that are a plain refusal. */
  errcode?: number;
  /** What `NAME=value` sets on the command line, and its default. */
  value: { means: 'times' | 'milliseconds' | 'seconds' | 'status'; default?: number };
  what: string;
}

const times = { means: 'times' } as const;
const everyApi = ['/cgi-bin/*', '/sns/*'];
// With the bare address, which a client may ask for the time alone.
const everything = ['/', ...everyApi];
const userInfo = ['/cgi-bin/user/info', '/cgi-bin/user/info/batchget'];
const business = { paths: ['/cgi-bin/*'], except: tokenPaths };

const kinds = {
  tokenStorm: {
    ...business,
    errcode: 40001,
    value: times,
    what: '40001: at the next call every token stops working; with N, the next N calls fail whatever the token',
  },
  ipNotAllowed: {
    paths: tokenPaths,
    errcode: 40164,
    value: times,
    what: '40164 on token calls, whatever the whitelist says',
  },
  ipUnconfirmed: {
    paths: tokenPaths,
    errcode: 89503,
    value: times,
    what: '89503: an administrator must confirm this address first',
  },
  ipRefusedOnce: { paths: tokenPaths, errcode: 89507, value: times, what: '89507: refused, wait an hour' },
  ipRefusedTwice: { paths: tokenPaths, errcode: 89506, value: times, what: '89506: refused, wait a day' },
  wrongSecretFrozen: { paths: tokenPaths, errcode: 40243, value: times, what: '40243 on token calls' },
  quota: { ...business, errcode: 45009, value: times, what: '45009: the day’s calls are used up' },
  busy: { paths: everyApi, errcode: -1, value: times, what: '-1 on every call' },
  slow: {
    paths: everything,
    value: { means: 'milliseconds', default: 3000 },
    what: 'the call is done at once, its answer comes late (milliseconds)',
  },
  reset: { paths: everything, value: times, what: 'the connection breaks before the call is done' },
  lostAnswer: { paths: everyApi, value: times, what: 'the call is done, then the connection breaks' },
  garbage: { paths: everyApi, value: times, what: 'an HTML page with status 200 instead of JSON' },
  httpStatus: {
    paths: everything,
    value: { means: 'status', default: 502 },
    what: 'an HTML error page with this status',
  },
  silent: { paths: everyApi, value: times, what: 'the call is done and never answered' },
  empty: { paths: everyApi, value: times, what: 'the call is done, the answer is empty' },
  huge: { paths: everyApi, value: times, what: 'the call is done, the answer is 16 MB of text' },
  cutShort: {
    paths: everyApi,
    value: times,
    what: 'the call is done, the connection ends before the announced length',
  },
  overlong: {
    paths: everyApi,
    value: times,
    what: 'the call is done, the answer is longer than the announced length',
  },
  dateSkew: {
    paths: everything,
    value: { means: 'seconds', default: 600 },
    what: 'answers are dated this many seconds ahead, as a slow clock here would see it (may be negative)',
  },
  controlCharacters: { paths: userInfo, value: times, what: 'a raw U+0001 inside the remark' },
  markup: { paths: everyApi, value: times, what: 'every text about a person begins with a script' },
  missingSubscribe: { paths: userInfo, value: times, what: 'no `subscribe` in the answer' },
  doubleCallback: {
    paths: [authorizePath],
    value: times,
    what: 'the callback is called a second time, with another code and the same state',
  },
} satisfies Record<string, FaultKind>;

export type FaultName = keyof typeof kinds;

export const faultKinds: Readonly<Record<FaultName, FaultKind>> = kinds;
export const faultNames = Object.keys(kinds) as FaultName[];

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(kinds, name);
}

export function pathMatches(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
  );
}
