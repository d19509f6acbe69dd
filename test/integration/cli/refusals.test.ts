/** What can go wrong between `followdesk` and its host: one line, a remedy, an exit code, and no token anywhere. */
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Lookup } from '#shared/model/lookup.ts';
import { aScan } from '../../support/a-scan.ts';
import { anAccount } from '../../support/an-account.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openConsole, partialApp } from '../server/open-console.ts';
import { runFollowdesk, startFollowdesk } from './run-followdesk.ts';

const wrong = 'a-token-that-is-wrong';

test('a wrong token, by variable or by option, is not repeated', async () => {
  const { url } = await openConsole(partialApp({}));
  const env = { FOLLOWDESK_CONSOLE_TOKEN: wrong };
  const results = await Promise.all([
    runFollowdesk(url, ['accounts'], { env }),
    runFollowdesk(url, ['accounts', '--token', wrong]),
  ]);
  for (const { code, stdout, stderr } of results) {
    expect(code).toBe(4);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout + stderr).not.toContain(wrong);
  }
});

test('nobody there', async () => {
  const { code, stderr } = await runFollowdesk('http://127.0.0.1:1', ['accounts']);
  expect(code).toBe(3);
  expect(stderr).toContain('No FollowDesk answers at http://127.0.0.1:1');
});

test('somebody else there', async () => {
  const server = createServer((_request, response) => response.end('<html>hello</html>')).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { code, stderr } = await runFollowdesk(url, ['accounts']);
  expect(code).toBe(3);
  expect(stderr).toContain('not this version of FollowDesk');
});

test('in Chinese, when the terminal is', async () => {
  const { stderr } = await runFollowdesk('http://127.0.0.1:1', ['accounts'], {
    env: { LC_ALL: 'zh_CN.UTF-8' },
  });
  expect(stderr).toContain('没有关注台在运行');
});

test('an export that breaks off leaves no file, and says so', async () => {
  function* failing() {
    for (let id = 0; id < 1000; id++) yield aScan({ id: String(id) });
    throw new Error('disk');
  }
  const { url } = await openConsole(
    partialApp({
      scans: { all: failing, summary: () => ({ scanned: 1000, annulled: 0 }) as never },
      entries: { list: () => [] },
      accounts: { list: () => [] },
    }),
  );
  const cwd = temporaryFolder();
  const { code, stderr } = await runFollowdesk(url, ['export', 'scans', '--out', 'a.csv'], { cwd });
  expect(code).not.toBe(0);
  expect(stderr).not.toBe('');
  expect(readdirSync(cwd)).toEqual([]);
});

test('Ctrl-C pauses a look-up at the host', async () => {
  const running = { id: 'l1', state: 'running', asked: 2, answered: 1 } as Lookup;
  const { promise: watched, resolve: watch } = Promise.withResolvers<void>();
  let paused = '';
  const { url } = await openConsole(
    partialApp({
      accounts: { list: () => [anAccount({ id: 'a1' })] },
      lookups: {
        start: async () => aLookup(running),
        async *progress(_id, signal) {
          yield aLookup(running);
          watch();
          await new Promise((resolve) => signal?.addEventListener('abort', resolve));
        },
        async pause(id) {
          paused = id;
          return aLookup({ ...running, state: 'paused' });
        },
      },
    }),
  );
  const { child, ended } = startFollowdesk(url, ['lookup', 'oA', 'oB', '--account', 'a1']);
  await Promise.race([watched, ended]);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 130, stdout: '', stderr: expect.stringContaining('Paused') });
  expect(paused).toBe('l1');
});

function aLookup(facts: Partial<Lookup>): Lookup {
  return {
    id: 'l1',
    accountId: 'a1',
    state: 'running',
    startedAt: '2026-11-23T10:00:00.000Z',
    endedAt: null,
    asked: 0,
    answered: 0,
    followed: 0,
    notFollowed: 0,
    unknown: 0,
    reason: null,
    errcode: null,
    resumesAt: null,
    ...facts,
  };
}

test('a reader that has enough ends it quietly', async () => {
  const { url } = await openConsole(
    partialApp({
      scans: { list: () => ({ items: Array.from({ length: 500 }, () => aScan()), nextCursor: '1' }) },
    }),
  );
  const { child, ended } = startFollowdesk(url, ['scans', '--json', '--limit', '1000000']);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

test('simulate is the simulator’s own program', async () => {
  const { child, stdout, ended } = startFollowdesk('', ['simulate', '--port', '0']);
  await expect.poll(stdout, { timeout: 15_000 }).toMatch(/URL +http/);
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  expect(existsSync(join(import.meta.dirname, '../../../src/simulator/cli.ts'))).toBe(true);
});
