/**
 * The entries that a pattern or a pasted list means, with what is wrong with each: all of it is known before
 * anything is made. `{n}` is the number, `{nn}` the number with two digits or more, `{name}` the name.
 */
import { EntryItem } from '#shared/model/entry.ts';

export interface Draft {
  how: 'pattern' | 'list';
  pattern: string;
  from: number;
  count: number;
  /** One name per line; what follows a tab is its parameter. */
  list: string;
  param: string;
}

export type Trouble =
  | { kind: 'name_missing' | 'name_too_long' | 'param_too_long' }
  /** The same name as an earlier row. */
  | { kind: 'twice'; row: number }
  /** An entry of the account has this name: no mistake for sure, but hardly meant. */
  | { kind: 'exists' };

export interface Row {
  /** Counted from 1, as people do. */
  row: number;
  name: string;
  param: string;
  trouble: Trouble | null;
}

/** `existing` are the names of the account's entries. */
export function rowsOf(draft: Draft, existing: ReadonlySet<string>): Row[] {
  const items = draft.how === 'pattern' ? itemsOfPattern(draft) : itemsOfList(draft);
  const rows = new Map<string, number>();
  return items.map(({ name, param }, index) => {
    const row = index + 1;
    const first = rows.get(name);
    if (first === undefined) rows.set(name, row);
    const trouble =
      troubleOf({ name, param }) ?? (first === undefined ? null : { kind: 'twice', row: first });
    return { row, name, param, trouble: trouble ?? (existing.has(name) ? { kind: 'exists' } : null) };
  });
}

/** What must be changed before anything can be made. */
export function isBroken({ trouble }: Row): boolean {
  return trouble !== null && trouble.kind !== 'exists';
}

/** What is sent. */
export function itemsToMake(rows: readonly Row[], skipExisting: boolean): EntryItem[] {
  return rows
    .filter(({ trouble }) => !skipExisting || trouble?.kind !== 'exists')
    .map(({ name, param }) => ({ name, param }));
}

function itemsOfPattern({ pattern, from, count, param }: Draft): EntryItem[] {
  if (pattern.trim() === '') return [];
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const name = filled(pattern, number).trim();
    return { name, param: filled(param, number, name).trim() };
  });
}

function itemsOfList({ list, param }: Draft): EntryItem[] {
  return list
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const [name = '', own = ''] = line.split('\t').map((cell) => cell.trim());
      return { name, param: own === '' ? filled(param, index + 1, name).trim() : own };
    });
}

/** In one pass: a name that holds `{n}` itself stays as it is. */
function filled(pattern: string, number: number, name?: string): string {
  return pattern.replaceAll(/\{(n+|name)\}/g, (whole, what: string) => {
    if (what === 'name') return name ?? whole;
    return String(number).padStart(what.length, '0');
  });
}

/** By the contract's own rule, so that the preview promises what the host keeps. */
function troubleOf(item: EntryItem): Trouble | null {
  const issue = EntryItem.safeParse(item).error?.issues[0];
  if (!issue) return null;
  if (issue.path[0] === 'param') return { kind: 'param_too_long' };
  return { kind: issue.code === 'too_small' ? 'name_missing' : 'name_too_long' };
}
