/** Phones at a venue, their visit in two steps, so that a test can come between them. */
import { createDice } from '#simulator/identifiers.ts';
import type { Venue } from './open-venue.ts';

/** A phone after WeChat's authorize page: where it is sent, with its code. `as`: see the simulator. */
export async function authorized(venue: Venue, as = 'new'): Promise<URL> {
  const go = await fetch(`${venue.host().callbackUrl}/go/${venue.entryId}`, { redirect: 'manual' });
  // Where an account has WeChat's own page, the simulator stands in for it.
  const location = (go.headers.get('location') ?? '').replace('https://open.weixin.qq.com', venue.wechat.url);
  const [page] = location.split('#');
  await go.arrayBuffer();
  if (go.status !== 302) throw new Error(`/go/ answered ${go.status}`);
  const back = await fetch(`${page}&as=${as}`, { redirect: 'manual' });
  await back.arrayBuffer();
  return new URL(back.headers.get('location') ?? '');
}

/** What the callback answers: the key of a result page, or the status and the page there was instead. */
export async function comeBack(
  callback: URL | string,
): Promise<{ key: string } | { status: number; page: string }> {
  const answer = await fetch(callback, { redirect: 'manual' });
  const page = await answer.text();
  const key = /^\/r\/(\w+)$/.exec(answer.headers.get('location') ?? '')?.[1];
  return answer.status === 303 && key !== undefined ? { key } : { status: answer.status, page };
}

/** A whole visit; throws when it does not end at a result. */
export async function visit(venue: Venue, as = 'new'): Promise<string> {
  const outcome = await comeBack(await authorized(venue, as));
  if (!('key' in outcome)) throw new Error(`the callback answered ${outcome.status}`);
  return outcome.key;
}

export interface ShownResult {
  verdict: string;
  reason: string | null;
  errcode: number | null;
  pending: boolean;
}

/** The phone's page as data; null when there is no such scan. */
export async function resultOf(venue: Venue, key: string): Promise<ShownResult | null> {
  const answer = await fetch(`${venue.host().callbackUrl}/r/${key}`, {
    headers: { accept: 'application/json' },
  });
  const body = await answer.json();
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`/r/ answered ${answer.status}`);
  return body as ShownResult;
}

export interface RecordedScan {
  id: string;
  openid: string | null;
  verdict: string;
  reason: string | null;
  visits: number;
  param: string;
}

/** Every scan on record. */
export async function recordedScans(venue: Venue): Promise<RecordedScan[]> {
  const scans: RecordedScan[] = [];
  for (let cursor = ''; ; ) {
    const page = await venue.ask<{ items: RecordedScan[]; nextCursor: string | null }>(
      `/api/scans?limit=500${cursor}`,
    );
    scans.push(...page.items);
    if (page.nextCursor === null) return scans;
    cursor = `&cursor=${page.nextCursor}`;
  }
}

/** The same throws again when the printed seed is given back as FOLLOWDESK_FAULT_SEED. */
export function seededDice(): { seed: string; dice: () => number } {
  const seed = process.env.FOLLOWDESK_FAULT_SEED ?? `${Date.now()}`;
  console.info(`seed ${seed}`);
  return { seed, dice: createDice(seed) };
}
