/**
 * What of a follower goes into the full-text index: every one, two and three characters in a row of the remark,
 * the account, the tags and the scene, each as one word. So a search for one Chinese character is as quick as one
 * for a long text, and joining it with a tag is the index's own work.
 */

/** The base of the digits a word is written in: no text can be mistaken for another word, or for a query. */
const BASE = 36;

/** A query of more words is hardly surer, only slower. */
const MOST_WORDS = 4;

/** Whose words they are: accounts share the index, but no word. */
export interface Marks {
  account: number;
  tags: readonly number[];
  scene: number | null;
}

/** Each character in four digits. */
function wordOf(account: number, characters: readonly string[]): string {
  const digits = characters.map((character) =>
    (character.codePointAt(0) ?? 0).toString(BASE).padStart(4, '0'),
  );
  return `${account}c${digits.join('')}`;
}

function marksOf({ account, tags, scene }: Marks): string[] {
  const words = tags.map((tag) => `${account}t${tag}`);
  return scene === null ? words : [...words, `${account}s${scene}`];
}

/** @param length of each run, in characters */
function runsOf(characters: readonly string[], length: number): string[][] {
  const many = Math.max(characters.length - length + 1, 0);
  return Array.from({ length: many }, (_, start) => characters.slice(start, start + length));
}

/** Everything the index knows of somebody whose remark, folded, is this. */
export function wordsOf(folded: string, marks: Marks): string {
  const characters = [...folded];
  const runs = [1, 2, 3].flatMap((length) => runsOf(characters, length));
  const words = new Set(runs.map((run) => wordOf(marks.account, run)));
  return [...words, ...marksOf(marks)].join(' ');
}

/**
 * A full-text query for those whose remark holds the text. `isExact` says that whoever it finds does; of a
 * longer text they hold parts, perhaps in another order.
 */
export function wordQuery(folded: string, marks: Marks): { match: string; isExact: boolean } {
  const characters = [...folded];
  const runs = runsOf(characters, Math.min(characters.length, 3));
  const step = (runs.length - 1) / (MOST_WORDS - 1);
  const spread =
    runs.length <= MOST_WORDS
      ? runs
      : Array.from({ length: MOST_WORDS }, (_, nth) => runs[Math.round(nth * step)] ?? []);
  const words = spread.map((run) => wordOf(marks.account, run));
  return { match: [...words, ...marksOf(marks)].join(' AND '), isExact: runs.length === 1 };
}
