/** Any words at all: a command line, or refused in a sentence that repeats nothing which could be a token. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count, oneOf, readArguments, time } from '#cli/arguments.ts';
import { Refused } from '#cli/refused.ts';
import { english } from '#cli/text/en.ts';
import { chinese } from '#cli/text/zh-CN.ts';

const TOKEN = 'planted-token-that-must-not-be-repeated';
const options = [
  'url',
  'token',
  'json',
  'help',
  'account',
  'entry',
  'openid',
  'verdict',
  'limit',
  'out',
  'id',
  'mask',
];
const option = fc.oneof(fc.constantFrom(...options), fc.string({ maxLength: 6 }), fc.constant('__proto__'));
const word = fc.oneof(
  fc.constantFrom(
    'lookup',
    'scans',
    'export',
    'doctor',
    'accounts',
    'simulate',
    '-',
    '--',
    '-h',
    '-hh',
    '---',
    '',
  ),
  option.map((name) => `--${name}`),
  fc.tuple(option, fc.oneof(fc.string(), fc.constant(TOKEN))).map(([name, value]) => `--${name}=${value}`),
  fc.constant(TOKEN),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const text = fc.constantFrom(english, chinese);

/** What is read, or the sentence that refuses it; anything else is thrown on. */
function outcome<Value>(read: () => Value): Value | string {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    expect(error.message.trim()).not.toBe('');
    expect(error.message).not.toContain(TOKEN);
    return error.message;
  }
}

test('any words are read or refused, the same way each time', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), text, (words, language) => {
      const read = outcome(() => readArguments(words, language));
      expect(outcome(() => readArguments(words, language))).toEqual(read);
      if (typeof read !== 'string') expect(['help', 'simulate', 'run']).toContain(read.kind);
    }),
    { numRuns: 2000 },
  );
});

test('any value is taken or refused', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.stringMatching(/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?.{0,3}$/),
    fc.stringMatching(/^-?\d{1,12}$/),
  );
  fc.assert(
    fc.property(value, text, (said, language) => {
      const at = outcome(() => time('--from', said, language));
      if (at !== undefined && !at.startsWith('--')) expect(new Date(at).toISOString()).toBe(at);
      const many = outcome(() => count('--limit', said, language));
      if (typeof many === 'number') expect(String(many)).toBe(said);
      const one = outcome(() => oneOf('--format', said, ['csv', 'xlsx'], language));
      if (one !== 'csv' && one !== 'xlsx') expect(one).toContain('--format');
    }),
    { numRuns: 500 },
  );
});
