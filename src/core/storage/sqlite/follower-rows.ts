/** How a follower becomes a row and a row a follower; what is searched is folded the same way on both sides. */
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Follower } from '#shared/model/user.ts';

export type Row = Record<string, SQLOutputValue>;

export function textOrNull(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

export function numberOrNull(value: SQLOutputValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

/** Full-width and half-width, upper and lower case, composed and decomposed: one spelling for all. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** `[2, 100]` → `,2,100,`; nothing for no tags. */
function tagList(tagIds: readonly number[]): string {
  return tagIds.length === 0 ? '' : `,${tagIds.join(',')},`;
}

/** The columns that a person's details fill. */
export function detailColumns(details: Follower | null): Record<string, SQLInputValue> {
  const time = details?.subscribeTime;
  return {
    unionid: details?.unionid ?? null,
    remark: details?.remark ?? null,
    folded: fold(details?.remark ?? ''),
    tags: tagList(details?.tagIds ?? []),
    time: time ? Math.floor(Date.parse(time) / 1000) : 0,
    scene: details?.subscribeScene ?? null,
    language: details?.language ?? null,
  };
}

export function followerOf(row: Row): Follower {
  const seconds = Number(row.subscribe_time);
  return {
    openid: String(row.openid),
    unionid: textOrNull(row.unionid),
    remark: textOrNull(row.remark),
    tagIds: String(row.tag_list)
      .split(',')
      .filter((id) => id !== '')
      .map(Number),
    subscribeTime: seconds === 0 ? null : new Date(seconds * 1000).toISOString(),
    subscribeScene: textOrNull(row.subscribe_scene),
    language: textOrNull(row.language),
  };
}
