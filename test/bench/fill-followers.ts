/**
 * A directory of a million made-up followers, put into a database of its own through the directory's own store,
 * so that the rows are as a sync would have written them. The shapes are those that hurt a search: a tag that half
 * of them have and one that five have, words that thousands of remarks share, a day on which one in twenty came, a
 * second in which thousands did, and people of whom nothing is known. The second of two readings finds one in a
 * hundred new and one in two hundred gone.
 */
import { hash } from 'node:crypto';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import type { Follower } from '#shared/model/user.ts';

/** One in so many has a remark. */
export const REMARK_EVERY = 3;

/** Followers in one transaction; a sync writes a hundred, but nobody waits here. */
const group = 5000;
const eightYears = 8 * 365 * 86_400;
const newest = Date.parse('2026-11-01T00:00:00Z') / 1000;

const scenes = [
  'QR_CODE',
  'SEARCH',
  'PROFILE_CARD',
  'PROFILE_LINK',
  'PAID',
  'WECHAT_ADVERTISEMENT',
  'OTHERS',
];
const families = ['王', '李', '张', '刘', '陈', '杨', '黄', '欧阳'];
const given = ['伟', '芳', '娜', '敏', '静', '丽', '强', '磊', '建国', '秀英'];
const kinds = ['老客户', '会员', 'VIP', '供应商', '校友', '展会'];

/** The same every time, spread like chance. */
function dice(index: number, throwing: number, sides: number): number {
  let mixed = Math.imul(index ^ Math.imul(throwing, 0x9e3779b9), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % sides;
}

function remarkOf(index: number): string {
  const name = `${families[dice(index, 1, families.length)]}${given[dice(index, 2, given.length)]}`;
  const kind = kinds[dice(index, 3, kinds.length)];
  return `${name} ${kind} 1${dice(index, 4, 999_999_999).toString().padStart(9, '3')}`;
}

function tagsOf(index: number): number[] {
  const tags = dice(index, 5, 2) === 0 ? [] : [100];
  // The lower a tag, the more have it.
  if (dice(index, 6, 3) === 0) tags.push(101 + Math.min(dice(index, 7, 50), dice(index, 8, 50)));
  if (index % 200_000 === 77) tags.push(RARE_TAG);
  return tags;
}

/** Five of a million have it. */
export const RARE_TAG = 190;

/** Everybody's beginning; WeChat's are as alike within an account. */
export const OPENIDS = 'oBench';
export const UNIONIDS = 'oUnion';

/** The day of the campaign, and within it the second in which an account was merged into this one. */
export const CAMPAIGN = { from: '2023-06-18T00:00:00Z', to: '2023-06-19T00:00:00Z' };
const MERGED = Date.parse('2023-06-18T12:00:00Z') / 1000;

/** Unix seconds. */
function timeOf(index: number, followers: number): number {
  const share = index / followers;
  if (share > 0.6 && share < 0.61) return MERGED;
  const day = Date.parse(CAMPAIGN.from) / 1000;
  if (share > 0.55 && share < 0.6) return day + Math.floor(((share - 0.55) / 0.05) * 86_400);
  return newest - Math.floor(eightYears * (1 - share));
}

export function followerNumber(index: number, followers: number): Follower {
  const name = hash('sha256', `bench ${index}`, 'base64url');
  const openid = `${OPENIDS}${name.slice(0, 22)}`;
  const isKnown = dice(index, 10, 50) > 0;
  const seconds = timeOf(index, followers);
  return {
    openid,
    unionid: dice(index, 11, 10) > 0 ? `${UNIONIDS}${name.slice(20, 42)}` : null,
    remark: index % REMARK_EVERY === 0 ? remarkOf(index) : null,
    tagIds: tagsOf(index),
    subscribeTime: isKnown ? new Date(seconds * 1000).toISOString() : null,
    subscribeScene: isKnown ? `ADD_SCENE_${scenes[dice(index, 12, scenes.length)]}` : null,
    language: null,
  };
}

/**
 * Gives an account, of whom nothing was read yet, its followers. @throws FolderInUse while FollowDesk runs on them.
 */
export async function fillFollowers(path: string, accountId: string, followers: number): Promise<void> {
  const database = openDatabase(path, path);
  database.exec('PRAGMA synchronous = OFF');
  const store = createFollowerStore(database);
  const newcomers = Math.floor(followers / 100);
  function write(from: number, to: number): void {
    for (let start = from; start < to; start += group) {
      const many = Math.min(group, to - start);
      const people = Array.from({ length: many }, (_, more) => followerNumber(start + more, followers));
      store.write(
        accountId,
        people.map((details) => ({ openid: details.openid, details })),
      );
    }
  }
  store.begin(accountId, Date.now());
  write(0, followers - newcomers);
  await store.complete(accountId, Date.now());
  store.begin(accountId, Date.now());
  // As if everybody but one in two hundred had been seen again.
  database.exec('UPDATE followers SET generation = 2 WHERE rowid % 200 <> 7');
  write(followers - newcomers, followers);
  await store.complete(accountId, Date.now());
  database.close();
}
