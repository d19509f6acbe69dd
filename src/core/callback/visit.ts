/**
 * The main job: a phone comes back from WeChat with a code and leaves with a verdict that is on disk.
 * Steps 1 to 6 of the design, in order; step 7 (the page) is the listener's, step 8 (the feed) the store's.
 */
import type { Entry } from '#shared/model/entry.ts';
import { isTransient, type Refusal } from '#shared/model/verdict.ts';
import type { Entries } from '../entries/entries.ts';
import type { Clock, Logger } from '../environment.ts';
import { type Failure, NotFound } from '../errors.ts';
import { createOnce } from '../once.ts';
import type { Ask, Identity } from '../scans/ask.ts';
import { undecided, withoutVerdict } from '../scans/decision.ts';
import type { Decision, ScanStore, StoredScan } from '../storage/scan-store.ts';
import type { CarriedParams } from '../storage/sqlite/carried-params.ts';
import { digestCode } from './code-digest.ts';
import type { Lines } from './line.ts';
import type { Retries } from './retries.ts';
import type { Link, States } from './state.ts';
import type { Visitors } from './visitors.ts';

/** Of answers that no scan could be made of; more than a disk that refuses lets come together. */
const MOST_UNRECORDED = 10_000;

export interface VisitDependencies {
  states: States;
  entries: Pick<Entries, 'get'>;
  ask: Ask;
  store: ScanStore;
  params: CarriedParams;
  retries: Retries;
  lines: Pick<Lines, 'of'>;
  visitors: Visitors;
  clock: Clock;
  logger: Logger;
}

type Answer = Awaited<ReturnType<Ask['exchange']>>;

/** `busy`: nothing happened yet, and the same code is to be brought again in a moment. */
export type VisitOutcome =
  | { kind: 'result'; key: string }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'busy' };

/** Settles when the scan is on disk. @throws StorageFailed */
export type Visit = (query: { code: string | undefined; state: string | undefined }) => Promise<VisitOutcome>;

export function createVisit({
  states,
  entries,
  ask,
  store,
  params,
  retries,
  lines,
  visitors,
  clock,
  logger,
}: VisitDependencies): Visit {
  const perCode = createOnce<StoredScan | null>(clock, 0);
  /** By digest of the code: the disk refused the scan, so the code is spent and its phone comes again. */
  const unrecorded = new Map<string, Answer>();

  function entryOf(link: Link): Entry | null {
    try {
      return entries.get(link.entryId);
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  }

  /** Keeps a scan; settles when it is on disk. */
  function record(
    link: Link,
    entry: Entry,
    codeDigest: string | null,
    decision: Decision,
  ): Promise<StoredScan> {
    const now = clock.now();
    return store.insert({
      ...decision,
      entryId: entry.id,
      accountId: entry.accountId,
      param: (link.kind === 'q' ? params.take(link.nonce) : null) ?? entry.param,
      scannedAt: now,
      decidedAt: now,
      codeDigest,
    });
  }

  /** The visitor sent WeChat away: no code, nothing to ask. */
  async function declined(link: Link, entry: Entry): Promise<StoredScan> {
    const keep = () => record(link, entry, null, withoutVerdict('denied'));
    // A screen's state is shared: two who decline are two people. A phone's own state is one person.
    if (link.kind === 's') return keep();
    return (await visitors.oneScan({ nonce: link.nonce, openid: null }, clock.now(), keep)).scan;
  }

  async function lookUp(link: Link, entry: Entry, digest: string, identity: Identity): Promise<StoredScan> {
    const { openid, unionid } = identity;
    const decision = await ask.aboutFollow(entry.accountId, openid, unionid);
    const scan = await record(link, entry, digest, decision);
    if (isTransient(decision.reason)) retries.lookUpLater(scan);
    return scan;
  }

  /** One visitor, one scan: a second code of the same visit is counted on the first one's scan. */
  async function visitorToScan(
    link: Link,
    entry: Entry,
    digest: string,
    identity: Identity,
  ): Promise<StoredScan> {
    const make = () => lookUp(link, entry, digest, identity);
    const visitor = { nonce: link.nonce, openid: identity.openid };
    const { scan, isNew } = await visitors.oneScan(visitor, clock.now(), make);
    return isNew ? scan : ((await store.revisit(scan.id, digest, clock.now())) ?? make());
  }

  async function failureToScan(link: Link, entry: Entry, code: string, digest: string, failure: Failure) {
    const scan = await record(link, entry, digest, undecided(failure, null, null));
    if (isTransient(failure.reason)) retries.exchangeLater(scan, code, link.nonce);
    return scan;
  }

  function answerToScan(link: Link, entry: Entry, code: string, digest: string, answer: Answer) {
    if ('failure' in answer) return failureToScan(link, entry, code, digest, answer.failure);
    if (answer.snapshotUser) return record(link, entry, digest, withoutVerdict('snapshot_user'));
    return visitorToScan(link, entry, digest, answer);
  }

  async function codeToScan(link: Link, entry: Entry, code: string, digest: string): Promise<StoredScan> {
    const answer = unrecorded.get(digest) ?? (await ask.exchange(entry.accountId, code));
    unrecorded.delete(digest);
    try {
      return await answerToScan(link, entry, code, digest, answer);
    } catch (error) {
      const [oldest] = unrecorded.keys();
      if (oldest !== undefined && unrecorded.size >= MOST_UNRECORDED) unrecorded.delete(oldest);
      unrecorded.set(digest, answer);
      throw error;
    }
  }

  /** Null when the line is too long. A code that was here before asks nothing of anybody. */
  function arrive(link: Link, entry: Entry, code: string, digest: string): Promise<StoredScan | null> {
    const known = store.byCode(digest);
    if (known) return Promise.resolve(known);
    return lines.of(entry.accountId).run(digest, () => codeToScan(link, entry, code, digest));
  }

  return async function visit({ code, state }) {
    const verified = states.verify(state);
    if ('refusal' in verified) {
      logger.warn({ refusal: verified.refusal }, 'callback refused');
      return { kind: 'refused', refusal: verified.refusal };
    }
    const { link } = verified;
    const entry = entryOf(link);
    if (!entry) return { kind: 'refused', refusal: 'unknown_entry' };
    if (!code) return { kind: 'result', key: states.resultKey((await declined(link, entry)).id) };
    const digest = digestCode(entry.accountId, code);
    const scan = await perCode.run(digest, () => arrive(link, entry, code, digest));
    if (scan === null) return { kind: 'busy' };
    return { kind: 'result', key: states.resultKey(scan.id) };
  };
}
