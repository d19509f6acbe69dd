/** Whatever comes back as a cursor: a page, or a refusal with a name; and pages in turn show everybody once. */
import type { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BadCursor } from '#core/errors.ts';
import { openDatabase } from '#core/storage/sqlite/database.ts';
import { createFollowerStore } from '#core/storage/sqlite/follower-store.ts';
import { createScanQueries } from '#core/storage/sqlite/scan-queries.ts';
import { LookupRowQuery } from '#shared/model/lookup.ts';
import { ScanQuery } from '#shared/model/scan.ts';
import { FollowerQuery } from '#shared/model/user.ts';

const PEOPLE = 25;
let database: DatabaseSync;

beforeAll(async () => {
  database = openDatabase(':memory:', 'no folder');
  const store = createFollowerStore(database);
  const openids = Array.from({ length: PEOPLE }, (_, index) => `o${index}`);
  store.begin('acc', 1);
  store.write(
    'acc',
    openids.map((openid) => ({ openid, details: null })),
  );
  await store.complete('acc', 2);
});

afterAll(() => database.close());

const digits = fc.stringMatching(/^-?\d{1,25}$/);
const cursor = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  digits,
  digits.map((number) => `p${number}`),
  fc.constantFrom(
    '',
    'p',
    'p-',
    'p0',
    'p-0',
    'p-1',
    'p9007199254740993',
    'p-9999999999999999',
    'p1e5',
    'p 1',
    'p1\n',
    '0',
    '٣',
  ),
);

test('any text is a place in the directory, or refused as no cursor', () => {
  const store = createFollowerStore(database);
  fc.assert(
    fc.property(cursor, fc.integer({ min: 1, max: 500 }), (text, limit) => {
      const asked = FollowerQuery.safeParse({ accountId: 'acc', limit, cursor: text });
      if (!asked.success) return;
      try {
        const page = store.page(asked.data);
        expect(page.items.length).toBeLessThanOrEqual(limit);
        expect(page.total).toBe(PEOPLE);
      } catch (error) {
        expect(error).toBeInstanceOf(BadCursor);
      }
    }),
    { numRuns: 500 },
  );
});

test('pages of any length, in turn, show everybody once', () => {
  const store = createFollowerStore(database);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1 }), (limits) => {
      const seen: string[] = [];
      let next: string | undefined;
      for (let turn = 0; turn <= PEOPLE; turn++) {
        const page = store.page({ accountId: 'acc', limit: limits[turn % limits.length] ?? 1, cursor: next });
        seen.push(...page.items.map(({ openid }) => openid));
        if (page.nextCursor === null) break;
        next = page.nextCursor;
      }
      expect(new Set(seen).size).toBe(PEOPLE);
      expect(seen).toHaveLength(PEOPLE);
    }),
    { numRuns: 50 },
  );
});

test('what the contract lets through as a cursor of scans or answers, the store can take', () => {
  const { list } = createScanQueries(database);
  fc.assert(
    fc.property(cursor, (text) => {
      const asked = ScanQuery.safeParse({ cursor: text });
      if (asked.success) expect(list(asked.data)).toEqual({ items: [], nextCursor: null });
      const answers = LookupRowQuery.safeParse({ id: 'x', cursor: text });
      if (answers.success) expect(Number(answers.data.cursor)).toSatisfy(Number.isSafeInteger);
    }),
    { numRuns: 500 },
  );
});
