/** A host that dies in the middle of an export: whoever reads it must notice. */
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillScans } from '../../bench/fill-scans.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { startFollowdesk } from '../cli/run-followdesk.ts';
import { spawnHeadless } from './spawn-headless.ts';

/** More than all the buffers on the way hold, so that it cannot be over before it is stopped. */
const SCANS = 60_000;

async function startWithScans() {
  const dataFolder = join(temporaryFolder(), 'data');
  const first = spawnHeadless(['--data-dir', dataFolder]);
  const account = await first.rest('POST', '/accounts', { appId: 'wx0000000000000001', appSecret: 'secret' });
  const entry = await first.rest('POST', '/entries', { accountId: account.id, name: 'Door' });
  await first.stop();
  await fillScans(dataFolder, SCANS, entry);
  const host = spawnHeadless(['--data-dir', dataFolder]);
  return { host, ...(await host.ready()) };
}

test.each(['SIGKILL', 'SIGTERM'] as const)(
  '%s breaks the download off, and the command says so',
  async (signal) => {
    const { host, consoleUrl, consoleToken } = await startWithScans();
    const response = await fetch(`${consoleUrl}/api/scans/export?format=jsonl`, {
      headers: { authorization: `Bearer ${consoleToken}` },
    });
    expect(response.headers.get('content-length')).toBeNull();
    const reader = response.body?.getReader();
    await reader?.read();
    const env = { FOLLOWDESK_CONSOLE_TOKEN: consoleToken };
    const args = ['export', 'scans', '--format', 'jsonl', '--out', '-'];
    const command = startFollowdesk(consoleUrl, args, { env });
    await once(command.child.stdout, 'data');
    command.child.stdout.pause();

    await host.stop(signal);
    const rest = (async () => {
      while (!(await reader?.read())?.done);
    })();
    await expect(rest).rejects.toThrow('terminated');
    command.child.stdout.resume();
    expect(await command.ended).toMatchObject({ code: 1, stderr: expect.stringContaining('not the whole') });
  },
  60_000,
);
