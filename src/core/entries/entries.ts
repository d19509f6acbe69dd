/** Entries 入口: kept in the settings file beside the accounts they belong to. */
import type { EntriesInput, Entry, EntryInput, EntryPatch } from '#shared/model/entry.ts';
import { NotFound } from '../errors.ts';
import { newId } from '../ids.ts';
import type { SettingsFile } from '../storage/settings-file.ts';

export interface Entries {
  list(accountId?: string): Entry[];
  /** @throws NotFound */
  get(id: string): Entry;
  /** @throws NotFound for the account, StorageFailed */
  create(input: EntryInput): Entry;
  /** In one write: all of them or none, in the order given. @throws NotFound for the account, StorageFailed */
  createMany(input: EntriesInput): Entry[];
  /** @throws NotFound, StorageFailed */
  update(id: string, patch: EntryPatch): Entry;
  remove(id: string): void;
}

export function createEntries(file: SettingsFile): Entries {
  function get(id: string): Entry {
    const entry = file.data().entries.find((candidate) => candidate.id === id);
    if (!entry) throw new NotFound('entry', id);
    return entry;
  }

  function add(accountId: string, made: readonly Entry[]): void {
    if (!file.data().accounts.some(({ id }) => id === accountId)) throw new NotFound('account', accountId);
    file.change((data) => ({ ...data, entries: [...data.entries, ...made] }));
  }

  return {
    list: (accountId) =>
      file.data().entries.filter((entry) => accountId === undefined || entry.accountId === accountId),
    get,
    create(input) {
      const entry: Entry = { id: newId(), ...input };
      add(input.accountId, [entry]);
      return entry;
    },
    createMany({ accountId, scope, items }) {
      const made = items.map(({ name, param }): Entry => ({ id: newId(), accountId, name, scope, param }));
      add(accountId, made);
      return made;
    },
    update(id, patch) {
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const entry: Entry = { ...get(id), ...given, id };
      file.change((data) => ({
        ...data,
        entries: data.entries.map((other) => (other.id === id ? entry : other)),
      }));
      return entry;
    },
    remove(id) {
      get(id);
      file.change((data) => ({ ...data, entries: data.entries.filter((entry) => entry.id !== id) }));
    },
  };
}
