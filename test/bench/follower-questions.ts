/**
 * What is asked of a large directory, kind by kind: the usual, and the worst that could be thought of. Every kind
 * is many different questions, so that no answer is the memory of the one before; the times are of first pages,
 * unless the kind says otherwise.
 */
import type { FollowerQuery } from '#shared/model/user.ts';
import { CAMPAIGN, followerNumber, OPENIDS, RARE_TAG, REMARK_EVERY, UNIONIDS } from './fill-followers.ts';

export type Question = Partial<Omit<FollowerQuery, 'accountId'>>;

export interface Kind {
  name: string;
  /** The same every time. */
  question(turn: number): Question;
  /** True: a page far down the list is timed, not the first. */
  deep?: boolean;
}

const SCENES = ['ADD_SCENE_QR_CODE', 'ADD_SCENE_SEARCH', 'ADD_SCENE_PAID'];
const ONE = [...'王李张刘陈杨黄欧伟芳娜敏静丽强磊老会供校展1'];
const TWO = ['王伟', '李娜', '会员', '客户', '展会', 'vi', '欧阳', '校友', '13', '商 '];
const THREE = ['王建国', '老客户', '供应商', 'vip', '李秀英', '欧阳磊', '138', '会 1', '友 1', '员 1'];
const LONGER = ['王建国 会员', '老客户 13', '供应商 12', '欧阳秀英', '陈静 展会', '会员 199', '李娜 VIP 1'];
/** Every piece of them is common, and together they are nobody's. */
const NOBODY = ['客户老客', '员会员会', '应商供应', '会员 展会', '1 会员', '王伟李娜', '秀英建国'];
const BASE64 = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];

function pick<Item>(items: readonly Item[], turn: number): Item {
  return items[turn % items.length] as Item;
}

function dayOf(turn: number, days: number): { from: string; to: string } {
  const from = Date.parse('2019-01-01T00:00:00Z') + turn * 17 * 86_400_000;
  return { from: new Date(from).toISOString(), to: new Date(from + days * 86_400_000).toISOString() };
}

/** Of a directory of so many, made by `fillFollowers`. */
export function followerQuestions(followers: number): Kind[] {
  /** Has a remark. */
  const someone = (turn: number) => followerNumber((turn * 7919 * REMARK_EVERY) % followers, followers);
  return [
    { name: 'everybody', question: () => ({}) },
    { name: 'everybody, deep', question: () => ({}), deep: true },
    { name: 'openid, whole', question: (turn) => ({ q: someone(turn).openid }) },
    { name: 'openid, 9 characters', question: (turn) => ({ q: someone(turn).openid.slice(0, 9) }) },
    { name: 'openid, 7 characters', question: (turn) => ({ q: OPENIDS + pick(BASE64, turn) }) },
    {
      name: 'openid, 7 characters, deep',
      question: (turn) => ({ q: OPENIDS + pick(BASE64, turn) }),
      deep: true,
    },
    { name: 'openid, what all share', question: (turn) => ({ q: OPENIDS.slice(0, 1 + (turn % 6)) }) },
    { name: 'openid, unknown', question: (turn) => ({ q: `oBench~${turn}` }) },
    { name: 'unionid, whole', question: (turn) => ({ q: someone(turn).unionid ?? 'x' }) },
    { name: 'unionid, 7 characters', question: (turn) => ({ q: UNIONIDS + pick(BASE64, turn) }) },
    { name: 'unionid, what all share', question: (turn) => ({ q: UNIONIDS.slice(0, 2 + (turn % 5)) }) },
    { name: 'remark, 1 character', question: (turn) => ({ q: pick(ONE, turn) }) },
    { name: 'remark, 1 character, deep', question: (turn) => ({ q: pick(ONE, turn) }), deep: true },
    { name: 'remark, 2 characters', question: (turn) => ({ q: pick(TWO, turn) }) },
    { name: 'remark, 3 characters', question: (turn) => ({ q: pick(THREE, turn) }) },
    { name: 'remark, longer', question: (turn) => ({ q: pick(LONGER, turn) }) },
    { name: 'remark, longer, deep', question: (turn) => ({ q: pick(LONGER, turn) }), deep: true },
    { name: 'remark, whole', question: (turn) => ({ q: someone(turn).remark ?? 'x' }) },
    { name: 'remark, common pieces of nobody', question: (turn) => ({ q: pick(NOBODY, turn) }) },
    {
      name: 'remark, 30 characters',
      question: (turn) => ({ q: '老客户会员供应商校友展会'.repeat(3).slice(turn % 6, 30) }),
    },
    { name: 'remark, unknown', question: (turn) => ({ q: `${pick(ONE, turn)}龘` }) },
    { name: 'tag of half', question: () => ({ tag: 100 }) },
    { name: 'tag of half, deep', question: () => ({ tag: 100 }), deep: true },
    { name: 'tag of a few thousand', question: (turn) => ({ tag: 101 + (turn % 50) }) },
    { name: 'tag of five', question: () => ({ tag: RARE_TAG }) },
    { name: 'tag of nobody', question: (turn) => ({ tag: 500 + turn }) },
    { name: 'scene', question: (turn) => ({ scene: pick(SCENES, turn) }) },
    { name: 'scene, deep', question: (turn) => ({ scene: pick(SCENES, turn) }), deep: true },
    { name: 'a day', question: (turn) => dayOf(turn, 1) },
    { name: 'a year', question: (turn) => dayOf(turn, 365) },
    { name: 'the campaign’s day', question: () => CAMPAIGN },
    { name: 'tag and scene', question: (turn) => ({ tag: 100 + (turn % 8), scene: pick(SCENES, turn) }) },
    {
      name: 'tag, scene and a day',
      question: (turn) => ({ tag: 100, scene: pick(SCENES, turn), ...dayOf(turn, 1) }),
    },
    {
      name: 'scene and the oldest year',
      question: (turn) => ({ scene: pick(SCENES, turn), to: '2019-06-01T00:00:00Z' }),
    },
    {
      name: 'text and tag',
      question: (turn) => ({ q: pick([...ONE, ...TWO], turn), tag: 100 + (turn % 3) }),
    },
    { name: 'text and a rare tag', question: (turn) => ({ q: pick(ONE, turn), tag: RARE_TAG }) },
    {
      name: 'text, tag, scene and a year',
      question: (turn) => ({ q: pick(TWO, turn), tag: 100, scene: pick(SCENES, turn), ...dayOf(turn, 365) }),
    },
    { name: 'text and a day', question: (turn) => ({ q: pick(ONE, turn), ...dayOf(turn, 1) }) },
    { name: 'text and the campaign’s day', question: (turn) => ({ q: pick(THREE, turn), ...CAMPAIGN }) },
    {
      name: 'text in the oldest year',
      question: (turn) => ({ q: pick(LONGER, turn), to: '2019-06-01T00:00:00Z' }),
    },
    {
      name: 'openid, 7 characters, and tag',
      question: (turn) => ({ q: OPENIDS + pick(BASE64, turn), tag: 100 }),
    },
    {
      name: 'openid, 7 characters, and a rare tag',
      question: (turn) => ({ q: OPENIDS + pick(BASE64, turn), tag: RARE_TAG }),
    },
    {
      name: 'openid, 7 characters, in the oldest year',
      question: (turn) => ({ q: OPENIDS + pick(BASE64, turn), to: '2019-06-01T00:00:00Z' }),
    },
    { name: 'unionid, all share it, and a day', question: (turn) => ({ q: UNIONIDS, ...dayOf(turn, 1) }) },
    { name: 'new', question: () => ({ change: 'new' }) },
    { name: 'new, with text', question: (turn) => ({ change: 'new', q: pick([...ONE, ...NOBODY], turn) }) },
    {
      name: 'left, with text and tag',
      question: (turn) => ({ change: 'left', q: pick(ONE, turn), tag: 100 }),
    },
  ];
}
