/** A venue in which every text that a user, a phone or WeChat may choose is chosen badly. */
import { expect } from 'vitest';
import { openVenue, type Venue } from './open-venue.ts';
import { comeBack } from './phones.ts';

/** Short enough for the shortest field, a tag's thirty bytes. */
export const SCRIPT = '<script>alert(1)</script>';
const LONG = `"'></title></script>${SCRIPT}<img src=x onerror=alert(1)>`;

export interface Planted {
  venue: Venue;
  /** Keys of a followed, a not followed, a declined and an undecided result. */
  keys: string[];
  openid: string;
}

/** A visit with a `param` of the phone's own. */
async function visitWith(venue: Venue, as: string, param: string): Promise<string> {
  const go = `${venue.host().callbackUrl}/go/${venue.entryId}?param=${encodeURIComponent(param)}`;
  const location = (await fetch(go, { redirect: 'manual' })).headers.get('location') ?? '';
  const back = await fetch(`${location.split('#')[0]}&as=${as}`, { redirect: 'manual' });
  const outcome = await comeBack(back.headers.get('location') ?? '');
  if (!('key' in outcome)) throw new Error(`the callback answered ${outcome.status}`);
  return outcome.key;
}

/** A script in every field; the shortest get `SCRIPT`. */
export async function plant(): Promise<Planted> {
  const name = LONG.slice(0, 60);
  const venue = await openVenue({ account: { name }, entry: { name, param: LONG } });
  const { accountId, wechat } = venue;
  const openid = wechat.people.find('follower')?.openid ?? '';
  const follower = { accountId, openid };
  const keys: string[] = [];
  for (const as of ['follower', 'stranger', 'declines']) keys.push(await visitWith(venue, as, LONG));
  const asked = { method: 'POST' };
  await venue.ask('/api/people/note', { ...asked, body: { ...follower, note: LONG } });
  await venue.ask('/api/tags', { ...asked, body: { accountId, name: SCRIPT } });
  const { items } = await venue.ask<{ items: { id: string }[] }>('/api/scans?limit=1');
  await venue.ask(`/api/scans/${items[0]?.id}/annul`, { ...asked, body: { reason: LONG } });
  await venue.ask('/api/board/settings', { method: 'PATCH', body: { title: name } });
  wechat.faults.on('markup');
  await venue.ask('/api/followers/sync', { ...asked, body: { accountId } });
  // Known of people in the directory.
  const remark = { ...asked, body: { ...follower, remark: SCRIPT } };
  await expect.poll(async () => (await venue.host().api('/api/followers/remark', remark)).status).toBe(200);
  keys.push(await visitWith(venue, 'new', LONG));
  return { venue, keys, openid };
}
