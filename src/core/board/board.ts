/**
 * The board 大屏: the door as a room full of people may see it. The rule: what leaves here names nobody, so a
 * screen that is photographed gives nobody away.
 */
import { setTimeout as wait } from 'node:timers/promises';
import {
  BOARD_LATEST,
  type Board,
  type BoardCounts,
  type BoardEntry,
  type BoardScan,
  type BoardSettings,
  type BoardSettingsPatch,
  MOST_BOARD_ENTRIES,
} from '#shared/model/board.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Entries } from '../entries/entries.ts';
import type { Clock } from '../environment.ts';
import { atOnce } from '../in-turns.ts';
import type { ScanStore } from '../storage/scan-store.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import { type BoardKey, createBoardKey } from './board-key.ts';

export interface Boards {
  view(): Board;
  /** The board as it is, then after each change, until the signal aborts. */
  live(signal: AbortSignal | undefined): AsyncGenerator<Board>;
  settings(): BoardSettings;
  /** @throws StorageFailed */
  changeSettings(patch: BoardSettingsPatch): BoardSettings;
  /** Opens a window of its own where the host has such; elsewhere its page is opened by address. */
  openWindow(): void;
  key: BoardKey;
}

export interface BoardDependencies {
  file: SettingsFile;
  accounts: Pick<Accounts, 'list'>;
  entries: Pick<Entries, 'list'>;
  scans: Pick<ScanStore, 'list' | 'summary' | 'onChange'>;
  /** What an entry's code says, or null while no phone could come back. */
  urlOf(entry: Entry): string | null;
  clock: Clock;
  /** The least time between two views, and the most without one, in milliseconds. */
  pace?: { least: number; most: number };
}

/** Quick enough to look live, slow enough for a projector's browser. The rest goes stale no longer than this. */
const PACE = { least: 250, most: 10_000 };

export function createBoard(dependencies: BoardDependencies): Boards {
  const { file, accounts, entries, scans, urlOf, clock, pace = PACE } = dependencies;

  function settings(): BoardSettings {
    return file.data().board;
  }

  /** Those chosen that are still there, else the first few. */
  function shown(): Entry[] {
    const all = entries.list();
    const chosen = settings().entryIds.flatMap((id) => all.find((entry) => entry.id === id) ?? []);
    return (chosen.length > 0 ? chosen : all).slice(0, MOST_BOARD_ENTRIES);
  }

  function countsOf(entryId: string): BoardCounts {
    const { scanned, followed, notFollowed, unknown } = atOnce(scans.summary({ entryId }));
    return { scanned, followed, notFollowed, unknown };
  }

  function latestOf({ id, name }: Entry): BoardScan[] {
    const { items } = scans.list({ entryId: id, annulled: false, limit: BOARD_LATEST });
    return items.map((scan) => ({
      id: scan.id,
      verdict: scan.verdict,
      entryName: name,
      scannedAt: scan.scannedAt,
    }));
  }

  function view(): Board {
    const names = new Map(accounts.list().map(({ id, name }) => [id, name]));
    const chosen = shown();
    const items: BoardEntry[] = chosen.map((entry) => ({
      ...countsOf(entry.id),
      id: entry.id,
      name: entry.name,
      accountName: names.get(entry.accountId) ?? '',
      url: urlOf(entry),
    }));
    const latest = settings().showLatest ? chosen.flatMap(latestOf) : [];
    return {
      title: settings().title || (items[0]?.accountName ?? ''),
      entries: items,
      totals: sum(items),
      latest: latest.sort(byTime).slice(0, BOARD_LATEST),
      at: new Date(clock.now()).toISOString(),
    };
  }

  return {
    view,
    async *live(signal) {
      let ring: () => void = () => {};
      const stop = scans.onChange(() => ring());
      const aborted = Promise.withResolvers<void>();
      signal?.addEventListener('abort', () => aborted.resolve());
      try {
        while (!signal?.aborted) {
          const rung = new Promise<void>((resolve) => {
            ring = resolve;
          });
          yield view();
          const { signal: ended, abort } = endable();
          const pause = (ms: number) => wait(ms, undefined, { signal: ended }).catch(() => undefined);
          await Promise.race([pause(pace.least), aborted.promise]);
          await Promise.race([rung, pause(pace.most - pace.least), aborted.promise]);
          abort();
        }
      } finally {
        stop();
      }
    },
    settings,
    changeSettings(patch) {
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      file.change((data) => ({ ...data, board: { ...data.board, ...given } }));
      return settings();
    },
    openWindow() {},
    key: createBoardKey(file),
  };
}

function endable(): { signal: AbortSignal; abort(): void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

function sum(counts: readonly BoardCounts[]): BoardCounts {
  const totals = { scanned: 0, followed: 0, notFollowed: 0, unknown: 0 };
  for (const { scanned, followed, notFollowed, unknown } of counts) {
    totals.scanned += scanned;
    totals.followed += followed;
    totals.notFollowed += notFollowed;
    totals.unknown += unknown;
  }
  return totals;
}

function byTime(one: BoardScan, other: BoardScan): number {
  return other.scannedAt.localeCompare(one.scannedAt) || Number(other.id) - Number(one.id);
}
