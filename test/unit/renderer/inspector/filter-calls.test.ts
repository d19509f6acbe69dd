/** Filters narrow together, a part of the path is enough, and success is no error code. */
import { expect, test } from 'vitest';
import { errcodesOf, filterCalls, isFiltering, NO_FILTER } from '#renderer/inspector/filter-calls.ts';
import { isCut, pretty, requestLine } from '#renderer/inspector/pretty.ts';
import { call } from './bundle-sources.ts';

const calls = [
  { ...call, id: 3, endpoint: '/cgi-bin/user/info', outcome: 'ok' as const, errcode: 0, accountId: 'a1' },
  { ...call, id: 2, endpoint: '/cgi-bin/stable_token', outcome: 'refused' as const, errcode: 40164 },
  {
    ...call,
    id: 1,
    endpoint: '/sns/oauth2/access_token',
    outcome: 'refused' as const,
    errcode: 40029,
    accountId: null,
  },
];
const idsOf = (filter: Partial<typeof NO_FILTER>) =>
  filterCalls(calls, { ...NO_FILTER, ...filter }).map(({ id }) => id);

test('nothing chosen shows everything, in the order it came', () => {
  expect(idsOf({})).toEqual([3, 2, 1]);
  expect(isFiltering(NO_FILTER)).toBe(false);
  expect(isFiltering({ ...NO_FILTER, endpoint: '  ' })).toBe(false);
});

test('each filter, and two together', () => {
  expect(idsOf({ endpoint: ' TOKEN ' })).toEqual([2, 1]);
  expect(idsOf({ outcome: 'ok' })).toEqual([3]);
  expect(idsOf({ errcode: 40029 })).toEqual([1]);
  expect(idsOf({ accountId: 'a1' })).toEqual([3, 2]);
  expect(idsOf({ endpoint: 'token', outcome: 'refused', accountId: 'a1' })).toEqual([2]);
  expect(isFiltering({ ...NO_FILTER, errcode: 40029 })).toBe(true);
});

test('the codes to choose from: each once, sorted, without success', () => {
  expect(errcodesOf([...calls, ...calls])).toEqual([40029, 40164]);
});

test('JSON is laid out, anything else is left as it came', () => {
  expect(pretty('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(pretty('{"a":[1')).toBe('{"a":[1');
  expect(pretty('<html>')).toBe('<html>');
  expect(pretty('40164')).toBe('40164');
  expect([isCut('x'.repeat(4_000)), isCut('x'.repeat(3_999))]).toEqual([true, false]);
});

test('a request reads as it was sent', () => {
  const sent = { ...call, method: 'GET' as const, query: { access_token: '…', lang: 'zh_CN' } };
  expect(requestLine(sent)).toBe('GET /cgi-bin/user/info?access_token=…&lang=zh_CN');
  expect(requestLine({ ...sent, query: {} })).toBe('GET /cgi-bin/user/info');
});
