/** How a follower becomes a row and a row a follower; what is searched is folded the same way on both sides. */
import type { SQLOutputValue } from 'node:sqlite';
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
  return text.normalize('NFKC').toLowerCase().toWellFormed();
}

/** `[2, 100]` → `,2,100,`; nothing for no tags. */
function tagList(tagIds: readonly number[]): string {
  return tagIds.length === 0 ? '' : `,${tagIds.join(',')},`;
}

export function tagsOf(list: SQLOutputValue | undefined): number[] {
  return String(list)
    .split(',')
    .filter((id) => id !== '')
    .map(Number);
}

/** What WeChat tells of a person, as columns. `scene` is a number of `follower_scenes`. */
export interface Details {
  unionid: string | null;
  remark: string | null;
  tags: string;
  time: number;
  scene: number | null;
  language: string | null;
}

const NOTHING: Details = { unionid: null, remark: null, tags: '', time: 0, scene: null, language: null };

export function detailsOf(follower: Follower | null, sceneNumber: (name: string) => number): Details {
  if (follower === null) return NOTHING;
  const { unionid, remark, tagIds, subscribeTime, subscribeScene, language } = follower;
  return {
    unionid,
    remark,
    tags: tagList([...new Set(tagIds)]),
    time: subscribeTime === null ? 0 : Math.floor(Date.parse(subscribeTime) / 1000),
    scene: subscribeScene === null ? null : sceneNumber(subscribeScene),
    language,
  };
}

export function storedDetails(row: Row): Details {
  return {
    unionid: textOrNull(row.unionid),
    remark: textOrNull(row.remark),
    tags: String(row.tag_list),
    time: Number(row.subscribe_time),
    scene: numberOrNull(row.scene),
    language: textOrNull(row.language),
  };
}

export function sameDetails(one: Details, other: Details): boolean {
  return (
    one.time === other.time &&
    one.tags === other.tags &&
    one.remark === other.remark &&
    one.scene === other.scene &&
    one.unionid === other.unionid &&
    one.language === other.language
  );
}

/** `row` holds `scene_name`, the name of its scene. */
export function followerOf(row: Row): Follower {
  const seconds = Number(row.subscribe_time);
  return {
    openid: String(row.openid),
    unionid: textOrNull(row.unionid),
    remark: textOrNull(row.remark),
    tagIds: tagsOf(row.tag_list),
    subscribeTime: seconds === 0 ? null : new Date(seconds * 1000).toISOString(),
    subscribeScene: textOrNull(row.scene_name),
    language: textOrNull(row.language),
  };
}
