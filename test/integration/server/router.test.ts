/** One body, two transports: the contract means the same over a MessagePort and over HTTP. */
import { ORPCError } from '@orpc/client';
import { getEventMeta } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { NotFound, TooSoon } from '#core/errors.ts';
import type { ScanChange } from '#shared/model/scan.ts';
import { aScanChange } from '../../support/a-scan.ts';
import { overHttp, overPort } from './connect-console.ts';
import { partialApp } from './open-console.ts';

const planted = 'c0ffee5eed4f6b1e9a2d8c7305f41b6e';

function change(revision: number, entryId = 'e1'): ScanChange {
  return aScanChange(revision, { id: `s${revision}`, entryId });
}

/** Scans whose feed answers three changes and then waits; tells what it was asked and when it ended. */
function feedOfThree() {
  const asked: (number | undefined)[] = [];
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  async function* changes(after: number | undefined, signal: AbortSignal | undefined) {
    asked.push(after);
    try {
      yield* [change(1), change(2, 'e2'), change(3)].filter(({ revision }) => revision > (after ?? 0));
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
    } finally {
      end();
    }
  }
  return { asked, ended, scans: { changes } };
}

async function failureOf(call: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  const failure = await call.catch((error: unknown) => error);
  if (failure instanceof ORPCError) return failure;
  throw new Error(`expected a contract error, got ${failure}`);
}

describe.each([
  ['a MessagePort', overPort],
  ['HTTP', overHttp],
])('over %s', (_transport, connect) => {
  test('an input arrives checked and an answer comes back', async () => {
    const seen: unknown[] = [];
    const list = (query: unknown) => {
      seen.push(query);
      return { items: [], nextCursor: null };
    };
    const { client } = await connect(partialApp({ scans: { list } }));
    expect(await client.scans.list({ verdict: 'followed' })).toEqual({ items: [], nextCursor: null });
    expect(seen).toEqual([{ verdict: 'followed', limit: 100 }]);
  });

  test('a failure of the core keeps its name, status and facts', async () => {
    const update = () => {
      throw new NotFound('account', 'a1');
    };
    const refresh = async () => Promise.reject(new TooSoon(7));
    const { client, logger } = await connect(partialApp({ accounts: { update }, tokens: { refresh } }));
    expect((await failureOf(client.accounts.update({ id: 'a1', name: 'x' }))).toJSON()).toMatchObject({
      defined: true,
      code: 'NOT_FOUND',
      status: 404,
      data: { kind: 'account', id: 'a1' },
    });
    const refused = await failureOf(client.accounts.refreshToken({ id: 'a1' }));
    expect([refused.code, refused.status, refused.data]).toEqual(['TOO_SOON', 429, { retryAfterSeconds: 7 }]);
    expect(logger.lines).toEqual([]);
  });

  test('a failure without a name says nothing and is logged', async () => {
    const list = () => {
      throw new Error(planted);
    };
    const { client, logger } = await connect(partialApp({ entries: { list } }));
    const failure = await failureOf(client.entries.list({}));
    expect([failure.code, failure.status, failure.message]).toEqual([
      'INTERNAL_SERVER_ERROR',
      500,
      'Internal server error',
    ]);
    expect(JSON.stringify(failure)).not.toContain(planted);
    expect(logger.lines).toHaveLength(1);
    expect(logger.lines[0]).toContain('entries.list');
  });

  test('an answer that breaks the contract is our fault, not the caller’s', async () => {
    const { client, logger } = await connect(partialApp({ entries: { list: () => [{ id: 1 } as never] } }));
    expect((await failureOf(client.entries.list({}))).code).toBe('INTERNAL_SERVER_ERROR');
    expect(logger.lines).toHaveLength(1);
  });

  test('an invalid input is told by place, without its value', async () => {
    const { client, logger } = await connect(partialApp({}));
    const input = { appId: '!', appSecret: planted.repeat(20) };
    const failure = await failureOf(client.accounts.create(input));
    expect([failure.code, failure.status]).toEqual(['BAD_REQUEST', 400]);
    const { issues } = failure.data as { issues: { path: string[] }[] };
    expect(issues.map(({ path }) => path.join('.')).sort()).toEqual(['appId', 'appSecret']);
    expect(JSON.stringify(failure)).not.toContain(planted);
    expect(logger.lines).toEqual([]);
  });

  test('a code of WeChat is explained, or unknown', async () => {
    const { client } = await connect(partialApp({}));
    expect(await client.errors.explain({ code: 40164 })).toMatchObject({ code: 40164, actor: 'admin' });
    expect((await failureOf(client.errors.explain({ code: 123 }))).data).toEqual({
      kind: 'error_code',
      id: '123',
    });
  });

  test('the feed brings each change with its revision, and resumes after the last one seen', async () => {
    const { asked, scans } = feedOfThree();
    const { client } = await connect(partialApp({ scans }));
    const seen: string[] = [];
    for await (const scan of await client.scans.live({ after: 1 })) {
      seen.push(`${scan.id}:${getEventMeta(scan)?.id}`);
      if (scan.revision === 3) break;
    }
    expect(seen).toEqual(['s2:2', 's3:3']);
    for await (const scan of await client.scans.live({ after: 1 }, { lastEventId: '2' })) {
      expect(scan.id).toBe('s3');
      break;
    }
    expect(asked).toEqual([1, 2]);
  });

  test('the feed can be that of one entry', async () => {
    const { client } = await connect(partialApp({ scans: feedOfThree().scans }));
    for await (const scan of await client.scans.live({ entryId: 'e2' })) {
      expect(scan.id).toBe('s2');
      break;
    }
  });

  test('a reader that hangs up ends its feed', async () => {
    const { ended, scans } = feedOfThree();
    const { client, hangUp, logger } = await connect(partialApp({ scans }));
    const feed = await client.scans.live({});
    await feed.next();
    hangUp();
    await ended;
    expect(logger.lines).toEqual([]);
  });

  test('a feed that fails says so by name', async () => {
    async function* changes() {
      yield change(1);
      throw new NotFound('scan', 's1');
    }
    const { client } = await connect(partialApp({ scans: { changes } }));
    const feed = await client.scans.live({});
    await feed.next();
    expect((await failureOf(feed.next())).code).toBe('NOT_FOUND');
  });
});
