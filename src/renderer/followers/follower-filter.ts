/**
 * What narrows the directory down, as the page's address keeps it: a reload and Back then show the same people.
 * Whatever stands in an address is taken only where it makes sense.
 */
import { FollowerQuery } from '#shared/model/user.ts';
import { hashOf } from '../routing.ts';

export type Change = NonNullable<FollowerQuery['change']>;

export const CHANGES: readonly Change[] = ['new', 'left', 'returned'];

export interface FollowerFilter {
  /** The beginning of an openid or unionid, or part of a remark. */
  text: string;
  tag: number | null;
  scene: string | null;
  /** Days of the operator's calendar, `2026-03-01`, both included; empty = any. */
  from: string;
  to: string;
  change: Change | null;
}

export const NO_FILTER: FollowerFilter = {
  text: '',
  tag: null,
  scene: null,
  from: '',
  to: '',
  change: null,
};

const LONGEST_TEXT = 128;
const LONGEST_SCENE = 64;

/** The filter that a hash like `#/followers?tag=100` asks for. */
export function filterOf(hash: string): FollowerFilter {
  const query = new URLSearchParams(hash.split('?')[1] ?? '');
  const tag = query.get('tag') ?? '';
  return {
    text: (query.get('q') ?? '').trim().slice(0, LONGEST_TEXT),
    tag: /^\d{1,9}$/.test(tag) ? Number(tag) : null,
    scene: query.get('scene')?.slice(0, LONGEST_SCENE) || null,
    from: dayOf(query.get('from')),
    to: dayOf(query.get('to')),
    change: FollowerQuery.shape.change.safeParse(query.get('change')).data ?? null,
  };
}

export function hashOfFilter({ text, tag, scene, from, to, change }: FollowerFilter): string {
  const asked = { q: text, tag: tag === null ? '' : String(tag), scene: scene ?? '', from, to };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...asked, change: change ?? '' })) {
    if (value !== '') query.set(name, value);
  }
  const hash = hashOf('followers');
  return query.size === 0 ? hash : `${hash}?${query}`;
}

/** As the host understands it. */
export function followerQueryOf(
  { text, tag, scene, from, to, change }: FollowerFilter,
  accountId: string,
): Omit<FollowerQuery, 'limit' | 'cursor'> {
  return {
    accountId,
    q: text === '' ? undefined : text,
    tag: tag ?? undefined,
    scene: scene ?? undefined,
    from: startOf(from, 0),
    // The last day is meant whole.
    to: startOf(to, 1),
    change: change ?? undefined,
  };
}

/** True when anything but the change narrows. */
export function isNarrowed({ text, tag, scene, from, to }: FollowerFilter): boolean {
  return text !== '' || tag !== null || scene !== null || from !== '' || to !== '';
}

export function isBackwards({ from, to }: FollowerFilter): boolean {
  return from !== '' && to !== '' && from > to;
}

/** The day of a moment, by the operator's clock. */
export function localDay(iso: string): string {
  const at = new Date(iso);
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function startOf(day: string, later: number): string | undefined {
  if (day === '') return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

/** Empty for what is no day of the calendar. */
function dayOf(field: string | null): string {
  if (field === null || !/^\d{4}-\d\d-\d\d$/.test(field)) return '';
  const start = startOf(field, 0);
  return start !== undefined && localDay(start) === field ? field : '';
}
