/**
 * Who holds the phones. The rule: a person's openid follows from the seed, the account and who they are, so a
 * test or a benchmark can name them before they ever scan.
 */
import type { Apps } from './apps.ts';
import { openidFor, unionidFor } from './identifiers.ts';
import { testAccountFollowers } from './rights.ts';

export const personKinds = ['follower', 'stranger', 'declines', 'snapshot', 'new'] as const;
export type PersonKind = (typeof personKinds)[number];

export interface Person {
  readonly openid: string;
  readonly appId: string;
  readonly kind: PersonKind | 'crowd';
  readonly name: string;
  readonly unionid: string;
  following: boolean;
  /** Unix seconds of the latest follow; 0 when never. */
  subscribeTime: number;
  subscribeScene: string;
  remark: string;
  tagIds: number[];
  qrScene: number;
  qrSceneStr: string;
}

export interface People {
  /** By openid, or by kind within an app (default: the first). `new` is the latest newcomer. */
  find(who: string, appId?: string): Person | undefined;
  /** Someone nobody has seen before; does not follow. */
  newcomer(appId?: string): Person;
  /** A crowd for load tests; every `followEvery`-th follows (default 2, 0 = nobody). Returns the openids. */
  addMany(count: number, options?: { followEvery?: number; appId?: string }): string[];
  /** Throws when nobody answers to `who`, and `AccountFull` when a test account has all it may have. */
  follow(who: string, options?: { appId?: string; scene?: string; qrScene?: number | string }): Person;
  unfollow(who: string, options?: { appId?: string }): Person;
  /** Everyone one account can know, in the order they appeared. */
  list(appId?: string): readonly Person[];
  /** The last person who scanned without following: who the pages offer to let follow now. */
  lastStranger(appId?: string): Person | undefined;
}

/** A test account's hundred places are taken. */
export class AccountFull extends Error {
  override readonly name = 'AccountFull';
}

const scenes = [
  'ADD_SCENE_QR_CODE',
  'ADD_SCENE_SEARCH',
  'ADD_SCENE_PROFILE_CARD',
  'ADD_SCENE_PROFILE_LINK',
  'ADD_SCENE_PROFILE_ITEM',
  'ADD_SCENE_PAID',
  'ADD_SCENE_WECHAT_ADVERTISEMENT',
  'ADD_SCENE_ACCOUNT_MIGRATION',
  'ADD_SCENE_OTHERS',
];

// Followers that exist from the start followed on 10 June 2024, whatever the clock says.
const longAgo = 1_717_987_200;

const residents: readonly [PersonKind, string][] = [
  ['follower', '林晓'],
  ['stranger', '路过的人'],
  ['declines', '不愿授权的人'],
  ['snapshot', '快照页访客'],
];

export type Population = ReturnType<typeof createPopulation>;

/** People plus what only the platform itself may do: note a scan, start over. */
export function createPopulation({ apps, seed, clock }: { apps: Apps; seed: string; clock: () => number }) {
  const byOpenid = new Map<string, Person>();
  const byKind = new Map<string, Person>();
  const byApp = new Map<string, Person[]>();
  const strangers = new Map<string, Person>();
  let newcomers = 0;
  let crowd = 0;

  function add(appId: string, key: string, kind: Person['kind'], name: string): Person {
    const person: Person = {
      openid: openidFor(seed, appId, key),
      appId,
      kind,
      name,
      unionid: unionidFor(seed, key),
      following: false,
      subscribeTime: 0,
      subscribeScene: '',
      remark: '',
      tagIds: [],
      qrScene: 0,
      qrSceneStr: '',
    };
    byOpenid.set(person.openid, person);
    byApp.get(appId)?.push(person);
    return person;
  }

  function settle(): void {
    for (const map of [byOpenid, byKind, byApp, strangers]) map.clear();
    newcomers = 0;
    crowd = 0;
    for (const { appId } of apps.list) {
      byApp.set(appId, []);
      for (const [kind, name] of residents) byKind.set(`${appId} ${kind}`, add(appId, kind, kind, name));
      const follower = byKind.get(`${appId} follower`);
      if (follower === undefined) continue;
      Object.assign(follower, {
        following: true,
        subscribeTime: longAgo,
        subscribeScene: 'ADD_SCENE_QR_CODE',
      });
      Object.assign(follower, { remark: '老会员', tagIds: [2, 100], qrScene: 98765 });
    }
  }

  function find(who: string, appId = apps.first.appId): Person | undefined {
    return byOpenid.get(who) ?? byKind.get(`${appId} ${who}`);
  }

  function mustFind(who: string, appId?: string): Person {
    const person = find(who, appId);
    if (person === undefined) throw new Error(`Nobody in the simulator is called "${who}".`);
    return person;
  }

  function hasRoom(appId: string): boolean {
    if (apps.find(appId)?.kind !== 'test') return true;
    const followers = byApp.get(appId)?.filter((person) => person.following) ?? [];
    return followers.length < testAccountFollowers;
  }

  const people: People = {
    find,
    newcomer(appId = apps.first.appId) {
      newcomers += 1;
      const person = add(appId, `new/${newcomers}`, 'new', `新朋友 ${newcomers}`);
      byKind.set(`${appId} new`, person);
      return person;
    },
    addMany(count, { followEvery = 2, appId = apps.first.appId } = {}) {
      return Array.from({ length: count }, (_, index) => {
        crowd += 1;
        const person = add(appId, `crowd/${crowd}`, 'crowd', `观众 ${crowd}`);
        if (followEvery > 0 && index % followEvery === 0 && hasRoom(appId)) {
          person.following = true;
          person.subscribeTime = longAgo + crowd;
          person.subscribeScene = scenes[crowd % scenes.length] ?? 'ADD_SCENE_OTHERS';
          if (crowd % 5 === 0) person.tagIds = [100];
        }
        return person.openid;
      });
    },
    follow(who, { appId, scene = 'ADD_SCENE_QR_CODE', qrScene } = {}) {
      const person = mustFind(who, appId);
      if (!person.following) {
        if (!hasRoom(person.appId)) throw new AccountFull('A test account can have 100 followers.');
        person.qrScene = typeof qrScene === 'number' ? qrScene : 0;
        person.qrSceneStr = typeof qrScene === 'string' ? qrScene : '';
        person.following = true;
        person.subscribeTime = Math.floor(clock() / 1000);
        person.subscribeScene = scene;
      }
      return person;
    },
    unfollow(who, { appId } = {}) {
      const person = mustFind(who, appId);
      person.following = false;
      return person;
    },
    list: (appId = apps.first.appId) => byApp.get(appId) ?? [],
    lastStranger: (appId = apps.first.appId) => strangers.get(appId),
  };

  settle();
  return {
    people,
    /** Remember who scanned last, when they do not follow. */
    scanned(person: Person): void {
      if (!person.following && person.kind !== 'snapshot' && person.kind !== 'declines') {
        strangers.set(person.appId, person);
      }
    },
    reset: settle,
  };
}
