/** What is no request, or the ruins of one: it is owed an end of the connection, and nothing more. */
import { bytes, hostileText } from './hostile-text.ts';
import type { Random } from './random.ts';
import { anyRequest } from './requests.ts';

const START = 'GET /healthz HTTP/1.1\r\nHost: door\r\n';
const POST = 'POST /r/@@key@@/recheck HTTP/1.1\r\nHost: door\r\n';

const NEVER_HTTP: readonly string[] = [
  '',
  '\r\n',
  '\0',
  'hello\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\x12\x04\0\0\0\0\0',
  '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03',
  'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n',
  'GET / HTTP/9.9\r\nHost: door\r\n\r\n',
  'GET /healthz\r\n',
  'GET /healthz HTTP/1.1\r\n\r\n',
  'GET /healthz HTTP/1.0\r\n\r\n',
  'get /healthz http/1.1\r\nhost: door\r\n\r\n',
  `${START}Host: twice\r\n\r\n`,
  `${START} folded: line\r\n\r\n`,
  `${START}No colon\r\n\r\n`,
  `${START}Bad\0Name: x\r\n\r\n`,
  `${START}X: a\rb\r\n\r\n`,
  `${START}X: \x7f\r\n\r\n`,
  `${START}\n\n`,
  `${POST}Content-Length: 5\r\n\r\nab`,
  `${POST}Content-Length: -1\r\n\r\n`,
  `${POST}Content-Length: 1e3\r\n\r\n`,
  `${POST}Content-Length: 99999999999999999999\r\n\r\nx`,
  `${POST}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
  `${POST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  `${POST}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
  `${POST}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n`,
  `${POST}Transfer-Encoding: chunked\r\n\r\n5\r\nab`,
  `${POST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
  `${POST}Transfer-Encoding: gzip\r\n\r\nab`,
  `${POST}Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n`,
  `${POST}Expect: 100-continue\r\nContent-Length: 10\r\n\r\n`,
];

function overlong(random: Random): string {
  const size = random.pick([16_000, 16_384, 17_000, 70_000]);
  return random.pick([
    `GET /${'a'.repeat(size)} HTTP/1.1\r\nHost: door\r\n\r\n`,
    `GET /callback?state=${'a'.repeat(size)} HTTP/1.1\r\nHost: door\r\n\r\n`,
    `${START}X: ${'a'.repeat(size)}\r\n\r\n`,
    `${START}${'X: a\r\n'.repeat(size / 6)}\r\n`,
    `${'A'.repeat(size)} / HTTP/1.1\r\nHost: door\r\n\r\n`,
    `${POST}Transfer-Encoding: chunked\r\n\r\n1;${'e'.repeat(size)}\r\na\r\n0\r\n\r\n`,
    `${POST}Transfer-Encoding: chunked\r\n\r\n0\r\n${'T: v\r\n'.repeat(size / 6)}\r\n`,
  ]);
}

/** A request after somebody has been at its bytes. */
function mangled(random: Random): string {
  let text = anyRequest(random);
  for (let times = 1 + random.below(4); times > 0; times--) {
    const at = random.below(text.length + 1);
    const end = Math.min(text.length, at + 1 + random.below(30));
    switch (random.below(5)) {
      case 0:
        text = text.slice(0, at) + text.slice(end);
        break;
      case 1:
        text = text.slice(0, at) + bytes(random, 8) + text.slice(at);
        break;
      case 2:
        text = text.slice(0, end) + text.slice(at, end).repeat(1 + random.below(20)) + text.slice(end);
        break;
      case 3:
        text = text.slice(0, at) + String.fromCharCode(random.below(256)) + text.slice(at + 1);
        break;
      default:
        text =
          text.slice(0, at) +
          random.pick(['\r\n', '\n', '\r', '\0', ' ', ':', hostileText(random)]) +
          text.slice(at);
    }
  }
  return text;
}

export function anyRuin(random: Random): string {
  switch (random.below(8)) {
    case 0:
      return bytes(random, 300);
    case 1:
      return random.pick(NEVER_HTTP);
    case 2:
      return overlong(random);
    case 3:
    case 4: {
      const whole = anyRequest(random);
      return whole.slice(0, random.below(whole.length));
    }
    default:
      return mangled(random);
  }
}
