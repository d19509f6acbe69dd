/** WeChat, misbehaving in every way that HTTP allows: an account whose one endpoint does so, beside healthy ones. */
import { onTestFinished } from 'vitest';
import type { FaultName } from '#simulator/fault-kinds.ts';
import { type Simulator, startSimulator } from '#simulator/platform.ts';
import type { Venue } from './open-venue.ts';

/** With calls limited to two seconds, three are too slow. */
const SLOW_MS = 3000;

export const badWays: readonly [name: string, fault: FaultName, value?: number][] = [
  ['slow', 'slow', SLOW_MS],
  ['never answering', 'silent'],
  ['reset', 'reset'],
  ['its answer lost', 'lostAnswer'],
  ['HTML with 200', 'garbage'],
  ['500', 'httpStatus', 500],
  ['503', 'httpStatus', 503],
  ['empty', 'empty'],
  ['16 MB', 'huge'],
  ['shorter than announced', 'cutShort'],
  ['longer than announced', 'overlong'],
  ['busy', 'busy'],
];

export interface BadAccount {
  wechat: Simulator;
  accountId: string;
  entryId: string;
}

let accounts = 0;

/** An account of its own, whose WeChat can be spoiled without harm to any other. */
export async function openAccount(venue: Venue, account: object = {}, latencyMs = 0): Promise<BadAccount> {
  accounts += 1;
  const app = { appId: `wxbad${accounts}`, appSecret: 'planted0secret0that0must0not0be0seen', name: 'Bad' };
  const wechat = await startSimulator({ apps: [app], latencyMs });
  onTestFinished(() => wechat.close());
  const { appId, appSecret } = app;
  const base = { apiBaseUrl: wechat.url, authorizeBaseUrl: wechat.url };
  const { id: accountId } = await venue.ask<{ id: string }>('/api/accounts', {
    method: 'POST',
    body: { appId, appSecret, ...base, ...account },
  });
  const { id: entryId } = await venue.ask<{ id: string }>('/api/entries', {
    method: 'POST',
    body: { accountId, name: 'Door' },
  });
  return { wechat, accountId, entryId };
}

/** Every call may take two seconds: as short as the settings allow. */
export async function hurry(venue: Venue): Promise<void> {
  await venue.ask('/api/host/network', { method: 'PATCH', body: { callSeconds: 2, connectSeconds: 1 } });
}
