/**
 * What a query asks of the directory: the shortest list that an index has for it, and the sieve for the rest.
 * Text is only ever compared, never matched as a pattern, so no character is special.
 */
import type { FollowerQuery } from '#shared/model/user.ts';
import { and, type Condition, EVERYBODY, type List, type Sieve } from './follower-lists.ts';
import { fold } from './follower-rows.ts';
import { wordQuery } from './follower-words.ts';

export interface Filter {
  account: number;
  /** The latest complete reading. */
  shown: number;
  tag: number | null;
  /** A number of `follower_scenes`. */
  scene: number | null;
  change: FollowerQuery['change'] | null;
}

const FOLLOWERS = 'followers AS person ON person.place = list.place';
const DEPARTED = `departed_followers AS person ON person.account = list.account
  AND person.departed_generation = list.departed_generation AND person.place = list.place
  AND person.openid = list.openid`;

function listOn(from: string, account: number, condition: Condition, more: Partial<List> = {}): List {
  const ofAccount = { sql: 'list.account = :account', values: { account } };
  const usual = { place: 'place', people: FOLLOWERS, isDense: false, isInOrder: true } as const;
  return { from, ...usual, ...and(ofAccount, condition), ...more };
}

/** Those with the tag and of the scene, in order. */
export function presentList({ account, tag, scene }: Filter): List {
  const ofScene = scene === null ? EVERYBODY : { sql: 'list.scene = :scene', values: { scene } };
  if (tag !== null) {
    const index = scene === null ? '' : 'INDEXED BY follower_tags_by_scene';
    const ofTag = { sql: 'list.tag = :tag', values: { tag } };
    return listOn(`follower_tags AS list ${index}`, account, and(ofTag, ofScene));
  }
  const index = scene === null ? 'followers_in_order' : 'followers_by_scene';
  return listOn(`followers AS list INDEXED BY ${index}`, account, ofScene, { isDense: true });
}

/** The same as a sieve for other lists of followers: told by an index, nobody is fetched. */
export function presentSieve({ account, tag, scene }: Filter): Sieve {
  if (tag === null && scene === null) return EVERYBODY;
  const source =
    tag === null
      ? 'followers AS other INDEXED BY followers_by_scene WHERE other.scene = :scene'
      : `follower_tags AS other WHERE other.tag = :tag ${scene === null ? '' : 'AND other.scene = :scene'}`;
  return {
    sql: `EXISTS (SELECT 1 FROM ${source} AND other.account = :account AND other.place = list.place)`,
    values: { account, ...(tag === null ? {} : { tag }), ...(scene === null ? {} : { scene }) },
    needsPeople: false,
  };
}

/** What follows a beginning is below this: no character is higher. */
const HIGHEST = '\u{10ffff}';

export type Name = 'openid' | 'unionid';

function beginsWith(text: string, column: string): Condition {
  return {
    sql: `${column} >= :text AND ${column} < :afterText`,
    values: { text, afterText: text + HIGHEST },
  };
}

/** Those whose openid (or unionid) begins so, in the order of the names. */
export function namedList({ account }: Filter, name: Name, text: string): List {
  const from = `followers AS list INDEXED BY followers_by_${name}`;
  return listOn(from, account, beginsWith(text, `list.${name}`), { isInOrder: false });
}

export function namedSieve(name: Name, text: string): Sieve {
  return { ...beginsWith(text, `person.${name}`), needsPeople: true };
}

/** Those with the tag and of the scene whose remark may hold the text, and the sieve that makes sure. */
export function remarkList({ account, tag, scene }: Filter, text: string): { list: List; sieve: Sieve } {
  const folded = fold(text);
  const { match, isExact } = wordQuery(folded, { account, tags: tag === null ? [] : [tag], scene });
  return {
    list: {
      from: 'follower_texts(:match) AS list',
      place: 'rowid',
      people: 'followers AS person ON person.place = list.rowid',
      isDense: false,
      isInOrder: true,
      sql: '',
      values: { match },
    },
    sieve: isExact ? EVERYBODY : { ...remarkHolds(folded), needsPeople: true },
  };
}

function remarkHolds(folded: string): Condition {
  return { sql: 'instr(person.remark_folded, :folded) > 0', values: { folded } };
}

/** The beginning of an openid or unionid, or part of a remark. */
function holdsText(text: string): Condition {
  if (text === '') return EVERYBODY;
  const openid = beginsWith(text, 'person.openid');
  const unionid = beginsWith(text, 'person.unionid');
  const remark = remarkHolds(fold(text));
  return {
    sql: `(${openid.sql}) OR (${unionid.sql}) OR (${remark.sql})`,
    values: { ...openid.values, ...remark.values },
  };
}

/** What the latest complete reading changed, in order, and the sieve for everything else that is asked. */
export function changedList(filter: Filter, text: string): { list: List; sieve: Sieve } {
  const { account, shown, tag, scene, change } = filter;
  if (change === 'left') {
    const left = { sql: 'list.departed_generation = :shown', values: { shown } };
    const ofTag = { sql: 'instr(person.tag_list, :tagged) > 0', values: { tagged: `,${tag},` } };
    const ofScene = { sql: 'person.scene = :scene', values: { scene } };
    const sieve = and(
      tag === null ? EVERYBODY : ofTag,
      scene === null ? EVERYBODY : ofScene,
      holdsText(text),
    );
    const list = listOn('departed_followers AS list', account, left, { people: DEPARTED, isDense: true });
    return { list, sieve: { ...sieve, needsPeople: sieve.sql !== '' } };
  }
  const arrived = {
    sql: 'list.since_generation > 0 AND list.since_generation = :shown AND list.has_returned = :returned',
    values: { shown, returned: Number(change === 'returned') },
  };
  const from = 'followers AS list INDEXED BY followers_by_arrival';
  // Whoever came lately followed lately: they stand together.
  return {
    list: listOn(from, account, arrived, { isDense: true }),
    sieve: { ...and(presentSieve(filter), holdsText(text)), needsPeople: text !== '' },
  };
}
