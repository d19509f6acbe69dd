/** The command line: read as meant, or refused before anybody is asked, and never repeated where a token may stand. */
import { describe, expect, test } from 'vitest';
import { count, oneOf, readArguments, time } from '#cli/arguments.ts';
import { reachHost } from '#cli/host.ts';
import { english as text } from '#cli/text/en.ts';

const read = (...args: string[]) => readArguments(args, text);

test('a command, its words and its options, in any order', () => {
  expect(read('--url', 'http://127.0.0.1:1', 'lookup', 'oA', '--json', 'oB')).toEqual({
    kind: 'run',
    command: 'lookup',
    words: ['oA', 'oB'],
    given: { url: 'http://127.0.0.1:1', json: true },
  });
});

test('help, and nothing at all, are questions', () => {
  expect([read('--help'), read('scans', '-h'), read()]).toEqual(Array(3).fill({ kind: 'help' }));
});

test('what comes after simulate is not ours to read', () => {
  expect(read('simulate', '--port', '0', '--help')).toEqual({
    kind: 'simulate',
    args: ['--port', '0', '--help'],
  });
});

test.each([
  [['secret-value'], /no such command/i],
  [['scans', '--nope'], /--nope/],
  [['scans', '--limit'], /--limit/],
  [['scans', 'secret-value'], /no more words/],
  [['lookup', '--limit', '3'], /lookup has no option --limit/],
  [['scans', '--tokne', 'secret-value'], /--tokne/],
  [['scans', '--tokne=secret-value'], /--tokne/],
  [['--json=secret-value', 'scans'], /--json/],
])('%j is refused', (args, reason) => {
  expect(() => read(...args)).toThrow(reason);
  expect(() => read(...args)).not.toThrow(/secret/);
});

describe('values', () => {
  test('one of a few', () => {
    expect([oneOf('--x', 'a', ['a', 'b'], text), oneOf('--x', undefined, ['a'], text)]).toEqual([
      'a',
      undefined,
    ]);
    expect(() => oneOf('--x', 'c', ['a', 'b'], text)).toThrow('--x must be one of a, b.');
  });

  test('counts', () => {
    expect(count('--limit', '500', text)).toBe(500);
    for (const said of ['0', '-1', '1.5', 'many', '']) expect(() => count('--limit', said, text)).toThrow();
  });

  test('a time without a zone is this machine’s', () => {
    expect(time('--from', '2026-11-23', text)).toBe(new Date(2026, 10, 23).toISOString());
    expect(time('--from', '2026-11-23 09:30', text)).toBe(new Date(2026, 10, 23, 9, 30).toISOString());
    expect(time('--from', '2026-11-23T09:30:00Z', text)).toBe('2026-11-23T09:30:00.000Z');
    for (const said of ['yesterday', '2026', '2026-13-01', '2026-02-31', '2026-02-31T09:00', '23/11/2026'])
      expect(() => time('--from', said, text)).toThrow('--from must be a time');
  });
});

describe('where the host is', () => {
  const env = { FOLLOWDESK_URL: 'http://127.0.0.1:5180/', FOLLOWDESK_CONSOLE_TOKEN: 'from-the-environment' };

  test('by the environment, or by options that win', () => {
    expect(reachHost({}, env, text).url).toBe('http://127.0.0.1:5180');
    expect(reachHost({ url: 'http://localhost:1' }, env, text).url).toBe('http://localhost:1');
  });

  test('a pasted sign-in link loses its key', () => {
    const url = 'http://127.0.0.1:5180/session?link=one-time';
    expect(reachHost({ url }, env, text).url).toBe('http://127.0.0.1:5180');
  });

  test.each([
    [{}, {}, /FOLLOWDESK_URL/],
    [{}, { FOLLOWDESK_URL: 'http://127.0.0.1:1' }, /FOLLOWDESK_CONSOLE_TOKEN/],
    [{ url: '127.0.0.1:5180' }, env, /--url must be/],
    [{ url: 'file:///etc' }, env, /--url must be/],
    [{ token: 'secret\nvalue' }, env, /invisible/],
    [{ token: 'secret value' }, env, /blank/],
  ])('%j with %j is refused without repeating a token', (given, surroundings, reason) => {
    expect(() => reachHost(given, surroundings, text)).toThrow(reason);
    expect(() => reachHost(given, surroundings, text)).not.toThrow(/secret/);
  });
});
