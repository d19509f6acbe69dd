/** Entries 入口: kept in the settings file beside the accounts they belong to. */
import type { Code, Entry, EntryInput, EntryPatch } from '#shared/model/entry.ts';

export interface Entries {
  list(accountId?: string): Entry[];
  /** @throws NotFound */
  get(id: string): Entry;
  create(input: EntryInput): Entry;
  update(id: string, patch: EntryPatch): Entry;
  remove(id: string): void;
  /** An authorize URL for a screen, shared by many phones. */
  code(id: string): Code;
}
