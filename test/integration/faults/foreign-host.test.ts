/** Who a request says it is for is a stranger's word: nothing we send on is made from it. */
import { expect, test } from 'vitest';
import { noteFault } from '../../support/note-fault.ts';
import { openVenue } from './open-venue.ts';
import { authorized, visit } from './phones.ts';
import { answersTo, statusesIn } from './raw-http.ts';

const EVIL = 'evil.example';
const hosts = [
  EVIL,
  `${EVIL}:443`,
  `127.0.0.1.${EVIL}`,
  `localhost@${EVIL}`,
  `"><script>alert(1)</script>${EVIL}`,
];
const forwarding = [
  `X-Forwarded-Host: ${EVIL}`,
  `X-Forwarded-Server: ${EVIL}`,
  `X-Host: ${EVIL}`,
  `X-Original-URL: //${EVIL}/`,
  `X-Rewrite-URL: //${EVIL}/`,
  `Forwarded: for=1.2.3.4;host=${EVIL};proto=https`,
  `Origin: http://${EVIL}`,
  `Referer: http://${EVIL}/`,
];

function request(path: string, host: string, lines: readonly string[], method = 'GET'): string {
  return [`${method} ${path} HTTP/1.1`, `Host: ${host}`, ...lines, 'Connection: close', '', ''].join('\r\n');
}

test('at the callback listener it changes nothing, at the console it is refused', async () => {
  const venue = await openVenue();
  const { callbackUrl, consoleUrl, consoleToken } = venue.host();
  const key = await visit(venue, 'stranger');
  const paths = [
    `/go/${venue.entryId}`,
    `/r/${key}`,
    '/healthz',
    '/nothing',
    `//${EVIL}/%2f..`,
    `http://${EVIL}/healthz`,
  ];
  const own = new URL(callbackUrl).host;
  let answers = 0;

  for (const path of paths) {
    // The path of its own request may not be repeated either.
    for (const [host, lines] of [...hosts.map((name) => [name, []] as const), [own, forwarding] as const]) {
      const text = await answersTo(callbackUrl, request(path, host, lines));
      expect(text, `${path} for ${host}`).not.toContain(EVIL);
      expect(statusesIn(text)[0], `${path} for ${host}`).toBeLessThan(500);
      answers += 1;
    }
  }
  // WeChat sends the phone back to where we are, whatever the phone called us.
  const go = await answersTo(callbackUrl, request(`/go/${venue.entryId}`, EVIL, forwarding));
  expect(go).toContain(encodeURIComponent(`${callbackUrl}/callback`));
  const { pathname, search } = await authorized(venue, 'follower');
  const back = await answersTo(callbackUrl, request(pathname + search, EVIL, forwarding));
  expect(back).toMatch(/^HTTP\/1\.1 303 /);
  expect(back).toMatch(/\r\nlocation: \/r\/\w+\r\n/i);

  const session = `Authorization: Bearer ${consoleToken}`;
  for (const host of hosts) {
    for (const path of ['/', '/api/accounts', '/rpc/accounts/list', '/session']) {
      const text = await answersTo(consoleUrl, request(path, host, [session]));
      expect([400, 403], `${path} for ${host}`).toContain(statusesIn(text)[0]);
      expect(text).not.toContain(EVIL);
      answers += 1;
    }
  }
  noteFault(
    'foreignHost',
    `${answers + 2} requests: 0 answers name the stranger; the console refused ${4 * hosts.length}`,
  );
});
