/** Who people are follows from the seed; what they do is remembered. */
import { expect, test } from 'vitest';
import { createApps } from '#simulator/apps.ts';
import { createPopulation, personKinds } from '#simulator/people.ts';

const one = { appId: 'wx0000000000000001', appSecret: 'a'.repeat(32), name: '甲' };
const two = { appId: 'wx0000000000000002', appSecret: 'b'.repeat(32), name: '乙' };

function populate(seed = 'seed') {
  return createPopulation({ apps: createApps([one, two]), seed, clock: () => 1_790_000_000_500 });
}

test('openids are 28 characters, repeatable, and differ by seed and account', () => {
  const { people } = populate();
  const openids = people.list().map((person) => person.openid);
  for (const openid of openids) expect(openid).toMatch(/^o[\w-]{27}$/);
  expect(
    populate()
      .people.list()
      .map((person) => person.openid),
  ).toEqual(openids);
  const others = [...people.list(two.appId), ...populate('other').people.list()];
  expect(others.map((person) => person.openid)).not.toContain(openids[0]);
  expect(new Set(openids).size).toBe(openids.length);
});

test('the same person has one unionid in every account', () => {
  const { people } = populate();
  expect(people.find('follower', two.appId)?.unionid).toBe(people.find('follower')?.unionid);
  expect(people.find('stranger')?.unionid).not.toBe(people.find('follower')?.unionid);
});

test('only the follower follows at first, and a newcomer has to come', () => {
  const { people } = populate();
  const following = personKinds.filter((kind) => people.find(kind)?.following);
  expect(following).toEqual(['follower']);
  expect(people.find('new')).toBeUndefined();
  const first = people.newcomer();
  const second = people.newcomer();
  expect(first.openid).not.toBe(second.openid);
  expect(people.find('new')).toBe(second);
  expect(second.following).toBe(false);
});

test('following and leaving, by kind or openid', () => {
  const { people } = populate();
  const stranger = people.follow('stranger', { scene: 'ADD_SCENE_SEARCH' });
  expect(stranger).toMatchObject({
    following: true,
    subscribeTime: 1_790_000_000,
    subscribeScene: 'ADD_SCENE_SEARCH',
  });
  expect(people.find('stranger', two.appId)?.following).toBe(false);
  expect(people.unfollow(stranger.openid).following).toBe(false);
  expect(() => people.follow('nobody')).toThrow('nobody');
});

test('a crowd of thousands, of whom every nth follows', () => {
  const { people } = populate();
  const openids = [...people.addMany(5000, { followEvery: 4 }), ...people.addMany(10, { followEvery: 0 })];
  expect(new Set(openids).size).toBe(5010);
  const crowd = people.list().filter((person) => person.kind === 'crowd');
  expect(crowd.map((person) => person.openid)).toEqual(openids);
  expect(crowd.filter((person) => person.following)).toHaveLength(1250);
});

test('the last stranger is whoever scanned last without following', () => {
  const { people, scanned, reset } = populate();
  const stranger = people.find('stranger');
  const follower = people.find('follower');
  const snapshot = people.find('snapshot');
  if (!stranger || !follower || !snapshot) throw new Error('the cast is incomplete');
  scanned(stranger);
  scanned(follower);
  scanned(snapshot);
  expect(people.lastStranger()).toBe(stranger);
  expect(people.lastStranger(two.appId)).toBeUndefined();
  people.follow('stranger');
  people.addMany(3);
  reset();
  expect(people.lastStranger()).toBeUndefined();
  expect(people.list()).toHaveLength(4);
  expect(people.find('stranger')?.following).toBe(false);
});
