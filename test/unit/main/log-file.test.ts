import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLogFile } from '#main/log-file.ts';

describe('the log file', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'followdesk-log-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('keeps what the last run wrote, for its owner only', async () => {
    const first = openLogFile(join(folder, 'logs'));
    first.write('one\n');
    openLogFile(join(folder, 'logs')).write('two\n');
    expect(await readFile(first.path, 'utf8')).toBe('one\ntwo\n');
    if (process.platform !== 'win32') expect((await stat(first.path)).mode & 0o077).toBe(0);
  });

  it('sets a large one aside', async () => {
    await writeFile(join(folder, 'followdesk.log'), Buffer.alloc(5 * 1024 * 1024 + 1, 'x'));
    const log = openLogFile(folder);
    log.write('new\n');
    expect(await readFile(log.path, 'utf8')).toBe('new\n');
    expect(existsSync(join(folder, 'followdesk.1.log'))).toBe(true);
  });

  it('costs nothing but the line where it cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(() => openLogFile(join(folder, 'file', 'logs')).write('lost\n')).not.toThrow();
  });
});
