/** A server that cannot start says so in one line, with the remedy, and leaves nothing behind. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { spawnHeadless } from './spawn-headless.ts';

async function takenPort(): Promise<number> {
  const server = createServer().listen({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** What a person reads: the lines of stderr that are not the log's. */
function saidBy(host: ReturnType<typeof spawnHeadless>): string[] {
  return host
    .stderr()
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('{'));
}

test.each(['--callback-port', '--console-port'])('a taken port for %s', async (flag) => {
  const port = await takenPort();
  const host = spawnHeadless([flag, String(port)]);
  expect(await host.ended).toBe(1);
  const [line = '', ...more] = saidBy(host);
  expect(line).toMatch(new RegExp(`^Port ${port} is in use .* ${flag} \\d+, which is free`));
  expect(more).toEqual([]);
  expect(host.stdout()).toBe('');
});

test('in the terminal’s language', async () => {
  const port = await takenPort();
  const host = spawnHeadless(['--callback-port', String(port)], { LANG: 'zh_CN.UTF-8' });
  expect(await host.ended).toBe(1);
  expect(saidBy(host).join()).toContain(`端口 ${port} 已被其他程序占用`);
});

test('an address that is not ours', async () => {
  const host = spawnHeadless(['--callback-host', '203.0.113.7']);
  expect(await host.ended).toBe(1);
  expect(saidBy(host).join()).toMatch(/^203\.0\.113\.7 is not an address of this machine/);
});

test('a folder that another copy works on', async () => {
  const folder = temporaryFolder();
  const first = spawnHeadless(['--data-dir', folder]);
  await first.ready();
  const second = spawnHeadless(['--data-dir', folder]);
  expect(await second.ended).toBe(1);
  expect(saidBy(second)).toEqual([
    `Another FollowDesk is using ${folder}. Close it, or start this one with another --data-dir.`,
  ]);
  expect(await (await fetch(`${(await first.ready()).callbackUrl}/healthz`)).json()).toEqual({ ok: true });
});

test('a folder that is a file', async () => {
  const path = join(temporaryFolder(), 'file');
  writeFileSync(path, '');
  const host = spawnHeadless(['--data-dir', join(path, 'folder')]);
  expect(await host.ended).toBe(1);
  expect(saidBy(host)).toEqual([expect.stringContaining(`The data folder ${path}`)]);
  expect(host.stderr()).not.toMatch(/\n\s+at /);
});

test.each([
  [['--nonsense'], '--nonsense'],
  [['--callback-port', 'eighty'], '--callback-port'],
])('%j is refused before anything is opened', async (args, culprit) => {
  const host = spawnHeadless(args);
  expect(await host.ended).toBe(2);
  expect(saidBy(host)).toEqual([expect.stringContaining(culprit)]);
  expect(host.stdout()).toBe('');
});

test('--help explains itself', async () => {
  const host = spawnHeadless(['--help']);
  expect(await host.ended).toBe(0);
  expect(host.stdout()).toContain('--data-dir');
});
