/** Paths that try to leave their folder, at both listeners: what lies in the data folder and around is not told. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noteFault } from '../../support/note-fault.ts';
import { openVenue } from './open-venue.ts';
import { visit } from './phones.ts';
import { answersTo, requestFor, statusesIn } from './raw-http.ts';

const ups = ['..', '%2e%2e', '%2E.', '.%2e', '..%00', '%252e%252e', '%c0%ae%c0%ae', '..;', '....'];
const slashes = ['/', '%2f', '%5c', '\\', '%252f', '//'];
const files = ['etc/passwd', 'master.key', 'settings.json', 'scans.db', 'package.json', '.git/config'];
const starts = ['/', '/r/', '/go/', '/MP_verify_', '/assets/', '/r/x/', '/api/', '/rpc/'];
const whole = [
  '/file:///etc/passwd',
  '//etc/passwd',
  '/etc/passwd',
  '/C:/Windows/win.ini',
  '/MP_verify_..%2fmaster.key',
];

function climbs(): string[] {
  const climbing = ups.flatMap((up) => slashes.map((slash) => `${up}${slash}`.repeat(6)));
  const paths = climbing.flatMap((climb, index) => {
    const file = files[index % files.length];
    return starts.map((start) => `${start}${climb}${file}`);
  });
  return [
    ...paths,
    ...files.map((file) => `/${file}`),
    ...whole,
    ...whole.map((path) => `/MP_verify_1${path}.txt`),
  ];
}

test('nothing is told', async () => {
  const venue = await openVenue({ account: { publicUrl: 'http://127.0.0.1:1' } });
  const { callbackUrl, consoleUrl, consoleToken } = venue.host();
  const key = readFileSync(join(venue.folder, 'master.key'), 'utf8').trim();
  const secrets = [key, 'SQLite format 3', 'root:x:0:0', '"sealedSecret"', '[core]', venue.folder];
  const paths = climbs();
  let answers = 0;
  for (const [url, session] of [
    [callbackUrl, []],
    [consoleUrl, [`Authorization: Bearer ${consoleToken}`]],
  ] as const) {
    const requests = paths.map((path) => requestFor(url, path, [...session]));
    const last = requestFor(url, '/nothing', [...session, 'Connection: close']);
    const text = await answersTo(url, requests.join('') + last);
    const statuses = statusesIn(text);
    expect(statuses).toHaveLength(paths.length + 1);
    for (const [index, status] of statuses.entries()) expect(status, paths[index]).toBeLessThan(500);
    for (const secret of secrets) expect(text).not.toContain(secret);
    answers += statuses.length;
  }
  expect(await venue.host().stop()).toBe(0);
  await venue.start();
  await venue.ask(`/api/accounts/${venue.accountId}`, { method: 'PATCH', body: { publicUrl: null } });
  await visit(venue);
  noteFault(
    'pathTraversal',
    `${answers} requests at 2 listeners: 0 answers with anything of ${secrets.length} secrets`,
  );
});
