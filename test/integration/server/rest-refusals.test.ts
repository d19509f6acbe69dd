/** What the REST API refuses: always 4xx, always `{code, message, data}`, never a value that was sent. */
import { describe, expect, test } from 'vitest';
import { APP_SECRET, openDoor } from '../../support/door.ts';
import { bearer, openConsole } from './open-console.ts';
import { ask } from './open-listener.ts';

async function openRest() {
  const door = await openDoor();
  return { ...door, ...(await openConsole(door.app)) };
}

function many(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `o${index}`);
}

describe('what is wrong is 4xx with code, message and data', () => {
  test.each<[string, string, unknown, number, string]>([
    ['GET', '/nothing', undefined, 404, 'NOT_FOUND'],
    ['PUT', '/accounts', {}, 404, 'NOT_FOUND'],
    ['POST', '/accounts', {}, 400, 'BAD_REQUEST'],
    ['POST', '/accounts', 'text', 400, 'BAD_REQUEST'],
    ['POST', '/accounts', null, 400, 'BAD_REQUEST'],
    ['POST', '/accounts', { appId: 'wx1', appSecret: { a: 1 } }, 400, 'BAD_REQUEST'],
    ['POST', '/entries', { accountId: 'gone', name: 'x' }, 404, 'NOT_FOUND'],
    ['POST', '/users/lookup', { accountId: 'gone', openids: [] }, 400, 'BAD_REQUEST'],
    ['GET', '/errors/abc', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/errors/123456', undefined, 404, 'NOT_FOUND'],
    ['GET', '/scans?limit=501', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/scans?limit=all', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/scans?verdict=maybe', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/scans?from=yesterday', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/scans?openid=a&openid=b', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/scans?cursor=rubbish', undefined, 400, 'BAD_REQUEST'],
    ['POST', '/scans/gone/recheck', undefined, 404, 'NOT_FOUND'],
    ['GET', '/accounts/gone/token', undefined, 404, 'NOT_FOUND'],
    ['POST', '/accounts/gone/doctor', undefined, 404, 'NOT_FOUND'],
    ['GET', '/scans?from=2026-02-30T00:00:00Z', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/scans?annulled=perhaps', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/scans/series', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/scans/series?by=year', undefined, 400, 'BAD_REQUEST'],
    ['POST', '/scans/gone/annul', { reason: 'x' }, 404, 'NOT_FOUND'],
    ['POST', '/scans/gone/annul', { reason: ' ' }, 400, 'BAD_REQUEST'],
    ['POST', '/scans/gone/reinstate', undefined, 404, 'NOT_FOUND'],
    ['POST', '/users/lookup', { accountId: 'gone', openids: ['o'] }, 404, 'NOT_FOUND'],
    ['POST', '/users/lookup', { accountId: 'gone', openids: [' '] }, 400, 'BAD_REQUEST'],
    ['POST', '/users/lookup', { accountId: 'gone', openids: ['o'.repeat(129)] }, 400, 'BAD_REQUEST'],
    ['POST', '/users/lookup', { accountId: 'gone', openids: many(10_001) }, 400, 'BAD_REQUEST'],
    ['POST', '/users/lookup', { accountId: 'gone', openids: 'o' }, 400, 'BAD_REQUEST'],
    ['POST', '/lookups', { accountId: 'gone', openids: ['o'] }, 404, 'NOT_FOUND'],
    ['POST', '/lookups', { accountId: 'gone', openids: many(100_001) }, 400, 'BAD_REQUEST'],
    ['GET', '/lookups/gone', undefined, 404, 'NOT_FOUND'],
    ['GET', '/lookups/gone/results', undefined, 404, 'NOT_FOUND'],
    ['GET', '/lookups/gone/results?cursor=rubbish', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/lookups/gone/live', undefined, 404, 'NOT_FOUND'],
    ['POST', '/lookups/gone/pause', undefined, 404, 'NOT_FOUND'],
    ['DELETE', '/lookups/gone', undefined, 404, 'NOT_FOUND'],
    ['POST', '/exports/lookup', { id: 'gone', format: 'csv' }, 404, 'NOT_FOUND'],
    ['POST', '/exports/scans', { format: 'pdf' }, 400, 'BAD_REQUEST'],
    ['GET', '/followers', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/followers?accountId=gone', undefined, 404, 'NOT_FOUND'],
    ['GET', '/followers?accountId=gone&limit=501', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/followers?accountId=gone&change=moved', undefined, 400, 'BAD_REQUEST'],
    ['GET', '/followers?accountId=gone&from=2026-11-23', undefined, 400, 'BAD_REQUEST'],
    ['POST', '/followers/sync', { accountId: 'gone' }, 404, 'NOT_FOUND'],
    ['POST', '/followers/sync/pause', { accountId: 'gone' }, 404, 'NOT_FOUND'],
    ['GET', '/followers/sync/live?accountId=gone', undefined, 404, 'NOT_FOUND'],
    ['GET', '/followers/changes?accountId=gone', undefined, 404, 'NOT_FOUND'],
    ['POST', '/followers/remark', { accountId: 'gone', openid: 'o', remark: 'x' }, 404, 'NOT_FOUND'],
    ['POST', '/followers/tag', { accountId: 'gone', openids: [], tagId: 1, add: true }, 400, 'BAD_REQUEST'],
    ['GET', '/tags?accountId=gone', undefined, 404, 'NOT_FOUND'],
    ['POST', '/tags', { accountId: 'gone', name: '标'.repeat(11) }, 400, 'BAD_REQUEST'],
    ['GET', '/people?accountId=gone&openid=o', undefined, 404, 'NOT_FOUND'],
    ['GET', '/people?openid=o', undefined, 400, 'BAD_REQUEST'],
    ['POST', '/people/note', { accountId: 'gone', openid: 'o', note: 'x' }, 404, 'NOT_FOUND'],
    ['POST', '/people/erase', { accountId: 'gone', openid: 'o' }, 404, 'NOT_FOUND'],
  ])('%s %s %#', async (method, path, body, status, code) => {
    const { rest, logger } = await openRest();
    const answer = await rest(method, path, body);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(Object.keys(answer.json)).toEqual(['code', 'message', 'data']);
    expect(answer.json.data).toBeTypeOf('object');
    expect(logger.lines).toEqual([]);
  });

  test.each([
    ['broken JSON', `{"appSecret":"${APP_SECRET}`, 'application/json', 400, 'BAD_REQUEST'],
    ['a poisoned prototype', '{"__proto__":{"a":1}}', 'application/json', 400, 'BAD_REQUEST'],
    ['a form', `appSecret=${APP_SECRET}`, 'application/x-www-form-urlencoded', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['too much', `"${'a'.repeat(17_000_000)}"`, 'application/json', 413, 'PAYLOAD_TOO_LARGE'],
  ])('%s', async (_what, body, type, status, code) => {
    const { url, rest } = await openRest();
    const headers = { ...bearer, 'content-type': type };
    const answer = await ask(`${url}/api/accounts`, { method: 'POST', headers, body });
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([status, code]);
    expect(answer.text).not.toContain(APP_SECRET);
    expect((await rest('GET', '/accounts')).status).toBe(200);
  });

  test('JSON announced but not sent is no body at all', async () => {
    const { url, entry } = await openRest();
    const headers = {
      authorization: 'Bearer console-token-of-this-test',
      'content-type': 'application/json',
    };
    const path = `${url}/api/accounts/${entry.accountId}/token/refresh`;
    expect((await ask(path, { method: 'POST', headers })).status).toBe(200);
  });
});
