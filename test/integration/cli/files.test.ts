/** Where `followdesk export` writes: a whole file or none, and nothing in the place of what is no file. */
import { execFile, execFileSync } from 'node:child_process';
import { createReadStream, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Scan } from '#shared/model/scan.ts';
import { aScan } from '../../support/a-scan.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openConsole, partialApp, token } from '../server/open-console.ts';
import { entry, runFollowdesk, startFollowdesk } from './run-followdesk.ts';

function* three() {
  for (let id = 0; id < 3; id++) yield aScan({ id: String(id) });
}

async function hostWith(all: () => Iterable<Scan>): Promise<string> {
  const app = partialApp({
    scans: { all, summary: () => ({ scanned: 3, annulled: 0 }) as never },
    entries: { list: () => [] },
    accounts: { list: () => [] },
  });
  return (await openConsole(app)).url;
}

test('what is named with --out is overwritten, through a link too', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'real.csv'), 'old');
  symlinkSync('real.csv', join(cwd, 'link.csv'));
  const url = await hostWith(three);
  expect(await runFollowdesk(url, ['export', 'scans', '--out', 'link.csv'], { cwd })).toMatchObject({
    code: 0,
  });
  expect(readFileSync(join(cwd, 'real.csv'), 'utf8').trim().split('\r\n')).toHaveLength(4);
  expect(lstatSync(join(cwd, 'link.csv')).isSymbolicLink()).toBe(true);
  expect(readdirSync(cwd).toSorted()).toEqual(['link.csv', 'real.csv']);
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  test('is written to and stays what it is', async () => {
    const cwd = temporaryFolder();
    const pipe = join(cwd, 'pipe');
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    const url = await hostWith(three);
    const ended = runFollowdesk(url, ['export', 'scans', '--format', 'jsonl', '--out', 'pipe'], { cwd });
    expect((await text(createReadStream(pipe))).trim().split('\n')).toHaveLength(3);
    expect(await ended).toMatchObject({ code: 0 });
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });
});

describe.skipIf(process.platform !== 'linux')('a full disk', () => {
  test('is said of standard output', async () => {
    const url = await hostWith(three);
    const command = `"${process.execPath}" "${entry}" export scans --format csv --out - > /dev/full`;
    const env = { ...process.env, LC_ALL: 'C', FOLLOWDESK_URL: url, FOLLOWDESK_CONSOLE_TOKEN: token };
    const said = promisify(execFile)('sh', ['-c', command], { env });
    await expect(said).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('not whole') });
  });
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s leaves nothing behind, and stops the host',
  async (signal) => {
    const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
    function* endless() {
      try {
        for (let id = 0; ; id++) yield aScan({ id: String(id) });
      } finally {
        stop();
      }
    }
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.csv'), 'old');
    const { child, ended } = startFollowdesk(await hostWith(endless), ['export', 'scans', '--out', 'a.csv'], {
      cwd,
    });
    const isWriting = () => readdirSync(cwd).some((name) => name.endsWith('.part'));
    await expect.poll(isWriting, { timeout: 10_000 }).toBe(true);
    child.kill(signal);
    expect((await ended).code).toBe(130);
    await stopped;
    expect(readdirSync(cwd)).toEqual(['a.csv']);
    expect(readFileSync(join(cwd, 'a.csv'), 'utf8')).toBe('old');
  },
);
