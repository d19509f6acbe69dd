/**
 * Where look-ups live: the history, and each one's people by hundreds. What has been answered is never asked
 * again, so every hundred is on disk, in one transaction with the counts, before anybody hears of it.
 */
import type { LookupState } from '#shared/model/lookup.ts';
import type { Reason, Verdict } from '#shared/model/verdict.ts';

/** People per row on disk and per call to WeChat. */
export const HUNDRED = 100;

/** One look-up as it is on disk. Times are milliseconds since the epoch. */
export interface LookupRecord extends LookupStanding {
  id: string;
  accountId: string;
  startedAt: number;
  asked: number;
  answered: number;
  followed: number;
  notFollowed: number;
  unknown: number;
}

/** What becomes of it; the counts grow by themselves. */
export interface LookupStanding {
  state: LookupState;
  endedAt: number | null;
  /** Why it waits or failed. */
  reason: Reason | null;
  errcode: number | null;
  /** When it goes on by itself. */
  resumesAt: number | null;
}

/** What is kept about one person: WeChat's own words, from which everything else can be read. */
export interface LookupAnswer {
  verdict: Verdict;
  reason: Reason | null;
  errcode: number | null;
  raw: Record<string, unknown> | null;
}

/** One person of a look-up; `position` counts from 0. */
export interface AnsweredPerson {
  position: number;
  openid: string;
  answer: LookupAnswer;
}

export type LookupAnswers = ReadonlyMap<string, LookupAnswer>;

export interface LookupStore {
  /** Newest first; all accounts' when none is named. */
  list(accountId?: string): LookupRecord[];
  get(id: string): LookupRecord | null;
  /**
   * Stores a new one with those answers that need no call, and forgets the account's oldest that have come to
   * rest beyond `kept`. On disk when it resolves. @throws StorageFailed
   */
  begin(lookup: NewLookup, kept: number): Promise<void>;
  /** Numbers of the hundreds that somebody in has no answer yet. */
  pending(id: string): number[];
  /** Those of a hundred who have no answer yet, in order. */
  unanswered(id: string, hundred: number): string[];
  /**
   * Adds answers to a hundred. Whoever has one keeps it; whoever was erased, or whose look-up was removed
   * meanwhile, stays away. On disk when it resolves. @throws StorageFailed
   */
  answer(id: string, hundred: number, answers: LookupAnswers): Promise<void>;
  /** On disk when it resolves. @throws StorageFailed */
  stand(id: string, standing: LookupStanding): Promise<void>;
  /** Those answered, from a position on, in the order given; read a hundred at a time. */
  people(id: string, from: number, verdict?: Verdict): Generator<AnsweredPerson>;
  /** Removes look-ups with their results. @throws StorageFailed */
  remove(ids: readonly string[]): void;
  /** Removes some thousand results of one that is to be removed. @returns whether there were any. @throws StorageFailed */
  removeSome(id: string): boolean;
  /** Takes one person out of the account's look-ups. @returns how many rows went. @throws StorageFailed */
  erase(accountId: string, openid: string): number;
}

export interface NewLookup {
  id: string;
  accountId: string;
  startedAt: number;
  /** Different ones, in the order given. */
  openids: readonly string[];
  answers: LookupAnswers;
}
