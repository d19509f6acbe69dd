/**
 * A directory of a million made-up followers, put into a database of its own through the directory's own store,
 * so that the rows are as a sync would have written them. One in `remarkEvery` has a remark; the second of two
 * readings finds one in a hundred new and one in two hundred gone.
 */
import { hash } from 'node:crypto';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import type { Follower } from '#shared/model/user.ts';

export const accountId = 'bench00001';

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
  // Half have none; the lower a tag, the more have it.
  if (dice(index, 5, 2) === 0) return [];
  const first = 100 + Math.min(dice(index, 6, 50), dice(index, 7, 50));
  return dice(index, 8, 3) === 0 ? [first, 150 + dice(index, 9, 20)] : [first];
}

export function followerNumber(index: number, followers: number, remarkEvery: number): Follower {
  const name = hash('sha256', `bench ${index}`, 'base64url');
  const age = Math.floor((eightYears * (followers - index)) / followers);
  return {
    openid: `oBench${name.slice(0, 22)}`,
    unionid: `oUnion${name.slice(20, 42)}`,
    remark: index % remarkEvery === 0 ? remarkOf(index) : null,
    tagIds: tagsOf(index),
    subscribeTime: new Date((newest - age) * 1000).toISOString(),
    subscribeScene: `ADD_SCENE_${scenes[dice(index, 10, scenes.length)]}`,
    language: 'zh_CN',
  };
}

/** Makes the database at `path`, which must not exist. */
export async function fillFollowers(path: string, followers: number, remarkEvery: number): Promise<void> {
  const database = openDatabase(path, path);
  database.exec('PRAGMA synchronous = OFF');
  const store = createFollowerStore(database);
  const newcomers = Math.floor(followers / 100);
  function write(from: number, to: number): void {
    for (let start = from; start < to; start += group) {
      const many = Math.min(group, to - start);
      const people = Array.from({ length: many }, (_, more) =>
        followerNumber(start + more, followers, remarkEvery),
      );
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
