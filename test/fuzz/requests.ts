/** Requests that are HTTP, whatever else they are: each one is owed an answer. */
import { bytes, hostileText, inAddress, letters, place } from './hostile-text.ts';
import type { Random } from './random.ts';

const METHODS = [
  ...Array<string>(24).fill('GET'),
  ...[
    'HEAD',
    'HEAD',
    'POST',
    'POST',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
    'MKCOL',
  ],
  ...['SEARCH', 'PURGE', 'REPORT', 'M-SEARCH', 'LINK', 'QUERY', 'SOURCE', 'ACL', 'NOTIFY', 'UNSUBSCRIBE'],
];

/** After these the listener hangs up, and what was sent behind them is lost: seldom. */
const LAST_ON_THE_CONNECTION = [
  'Connection: close',
  'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  'Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\nConnection: Upgrade, HTTP2-Settings',
];

const HEADERS: readonly ((random: Random) => string)[] = [
  ({ pick }) =>
    `Accept: ${pick(['text/html', 'application/json', '*/*', 'application/json;q=', 'a,,;q=1e9', 'text/html;q=0,application/json;q=NaN', `${'application/json;q=0.1,'.repeat(300)}*/*`])}`,
  ({ pick }) =>
    `Accept-Language: ${pick(['en', 'zh-CN,zh;q=0.9', '*', 'q=', ';;;', 'en;q=1.1.1.1,zh;q=NaN', `${'x-y;q=0.5,'.repeat(500)}en`])}`,
  ({ pick }) =>
    `User-Agent: ${pick(['Mozilla/5.0 MicroMessenger/8.0', 'curl/8', '', 'Mozilla/5.0 (Windows NT 10.0)', 'wxwork'])}`,
  (random) => `X-${letters(random, 20)}1: ${headerText(random)}`,
  (random) => `Cookie: ${headerText(random)}`,
  (random) => `Authorization: Bearer ${headerText(random)}`,
  (random) => `X-Forwarded-For: ${headerText(random)}`,
  (random) => `X-Forwarded-Host: ${headerText(random)}`,
  (random) => `Referer: ${headerText(random)}`,
  (random) => `If-None-Match: ${headerText(random)}`,
  (random) => `Range: bytes=${headerText(random)}`,
  (random) => `Origin: ${headerText(random)}`,
  (random) => `Accept-Encoding: ${headerText(random)}`,
  (random) => `Content-Type: ${headerText(random)}`,
  () => 'Content-Type: application/json',
  () => 'Content-Type: multipart/form-data; boundary=',
  ({ chance, pick }) => (chance(0.1) ? pick(LAST_ON_THE_CONNECTION) : 'Connection: keep-alive'),
  ({ chance }) => (chance(0.5) ? 'Expect: 100-continue' : 'Expect: a-miracle'),
  () => 'X-HTTP-Method-Override: DELETE',
  () => '__proto__: polluted',
  (random) =>
    Array.from({ length: random.below(120) }, (_, index) => `X-Many-${index}: v`).join('\r\n') || 'X-Many: 0',
]; // prettier-ignore

/** A header's value ends with its line. */
function headerText(random: Random): string {
  return [...hostileText(random)].filter((character) => character >= ' ' && character !== '\x7f').join('');
}

function value(random: Random): string {
  return random.chance(0.4) ? place(random) : inAddress(hostileText(random));
}

function query(random: Random): string {
  const names = [
    'code',
    'state',
    'param',
    'format',
    'scope',
    'appid',
    '__proto__',
    'constructor',
    'code[]',
    '',
  ];
  const pairs = random.several(5, () => {
    const name = random.chance(0.85) ? random.pick(names) : inAddress(hostileText(random));
    return random.chance(0.9) ? `${name}=${value(random)}` : name;
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

// biome-ignore format: one to a line, they would fill the screen
const STRANGE_TARGETS = [
  '*', '/', '//', '///', '/.', 'http://evil.example/healthz', 'http://', '/go/../healthz', '/;/', '/GO/@@entry@@', '/callback/..;/r/@@key@@', '/%2e%2e/%2e%2e/etc/passwd', '/api/accounts', '/rpc/accounts/list', '/@@state@@',
];

/** The six routes, with anything in the place of what belongs there. */
const ROUTES: readonly ((random: Random) => string)[] = [
  (random) => `/go/${value(random)}${query(random)}`,
  (random) => `/callback?code=@@${random.pick(['code', 'spent'])}@@&state=${value(random)}`,
  (random) => `/callback${query(random)}`,
  (random) => `/r/@@key@@${query(random)}`,
  (random) => `/r/${value(random)}${random.pick(['', '/recheck', '/', '/recheck/'])}${query(random)}`,
  (random) => `/MP_verify_${value(random)}.txt${query(random)}`,
  (random) => `/healthz${random.pick(['', '/', query(random)])}`,
];

/** These end on the disk, which takes the longest: not too many. */
const KEPT: readonly ((random: Random) => string)[] = [
  (random) => `/go/@@entry@@?param=${value(random)}`,
  (random) => `/callback?code=${value(random)}&state=@@${random.pick(['state', 'shared'])}@@`,
];

/** Any address: the routes, their neighbours, and rubbish. */
function target(random: Random): string {
  const kind = random.below(20);
  if (kind < 2) return random.pick(KEPT)(random);
  if (kind < 13) return random.pick(ROUTES)(random);
  if (kind < 15) return random.pick(STRANGE_TARGETS);
  return `/${random.several(5, () => value(random)).join('/')}${query(random)}`;
}

function body(random: Random): string {
  switch (random.below(5)) {
    case 0:
      return '';
    case 1:
      return bytes(random, 200);
    case 2:
      return `{"a":${'['.repeat(random.below(500))}`;
    case 3:
      return 'b'.repeat(random.pick([1, 4095, 4096, 4097, 20_000]));
    default:
      return `code=${hostileText(random)}&state=@@state@@`;
  }
}

function chunked(random: Random, whole: string): string {
  let framed = '';
  for (let at = 0; at < whole.length; ) {
    const size = 1 + random.below(whole.length - at);
    const extension = random.chance(0.1) ? `;x=${letters(random, 30)}` : '';
    framed += `${size.toString(16)}${extension}\r\n${whole.slice(at, at + size)}\r\n`;
    at += size;
  }
  const trailer = random.chance(0.1) ? `X-Trailer: ${letters(random, 10)}1\r\n` : '';
  return `${framed}0\r\n${trailer}\r\n`;
}

/** Beyond 16 kB a head is no request any more. */
const LONGEST_HEAD = 12_000;

function headOf(random: Random, method: string): string {
  const host = random.chance(0.9) ? 'door' : headerText(random);
  const headers = random.several(4, () => random.pick(HEADERS)(random));
  const head = [`${method} ${target(random)} HTTP/1.1`, `Host: ${host}`, ...headers].join('\r\n');
  return head.length > LONGEST_HEAD ? headOf(random, method) : head;
}

/** One whole request as bytes. */
export function anyRequest(random: Random): string {
  const method = random.pick(METHODS);
  const head = headOf(random, method);
  const hasBody = method !== 'GET' && method !== 'HEAD' ? random.chance(0.6) : random.chance(0.05);
  if (!hasBody) return `${head}\r\n\r\n`;
  // What is filled in later has another length.
  const whole = body(random).replaceAll('@@', '');
  if (random.chance(0.5)) return `${head}\r\nTransfer-Encoding: chunked\r\n\r\n${chunked(random, whole)}`;
  return `${head}\r\nContent-Length: ${whole.length}\r\n\r\n${whole}`;
}
