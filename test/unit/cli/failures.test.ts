/** Every failure is one line with a remedy, in both languages, and an exit code that scripts can tell apart. */
import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { CannotWrite, CutShort, describeFailure } from '#cli/failures.ts';
import { Refused } from '#cli/refused.ts';
import { english } from '#cli/text/en.ts';
import { isChinese, terminalText } from '#cli/text/text.ts';
import { chinese } from '#cli/text/zh-CN.ts';
import { errors } from '#shared/contract/errors.ts';

const url = 'http://127.0.0.1:5180';

describe.each([
  ['en', english, false],
  ['zh-CN', chinese, true],
] as const)('in %s', (_language, text, isZh) => {
  const say = { text, chinese: isZh };

  test.each<[string, unknown, number, string]>([
    ['usage', new Refused('because'), 2, 'because'],
    ['nobody there', new TypeError('fetch failed'), 3, url],
    ['not a FollowDesk', new Error('Cannot parse response body, please check'), 3, url],
    ['another program', new ORPCError('NOT_FOUND', { data: {} }), 3, url],
    ['a wrong token', new ORPCError('UNAUTHORIZED'), 4, 'consoleToken'],
    ['a foreign address', new ORPCError('FORBIDDEN'), 4, '127.0.0.1'],
    [
      'no such thing',
      new ORPCError('NOT_FOUND', { data: { kind: 'lookup', id: 'x' } }),
      5,
      text.kinds.lookup,
    ],
    ['an errcode', new ORPCError('WECHAT_REFUSED', { status: 502, data: { errcode: 48001 } }), 5, '48001'],
    [
      'an unknown errcode',
      new ORPCError('WECHAT_REFUSED', { status: 502, data: { errcode: 1 } }),
      5,
      'WECHAT_REFUSED',
    ],
    [
      'a code of a later version',
      new ORPCError('NEW_ONE', { status: 409, message: 'says so' }),
      5,
      'says so',
    ],
    ['a fault of the host', new ORPCError('INTERNAL_SERVER_ERROR'), 5, text.hostFailed],
    ['broken off', new TypeError('terminated'), 1, text.cutShort],
    ['no last part', new CutShort(), 1, text.cutShort],
    ['a full disk', new CannotWrite('a.csv', Object.assign(new Error(), { code: 'ENOSPC' })), 1, 'ENOSPC'],
    [
      'a file that is there',
      new CannotWrite('a.csv', Object.assign(new Error(), { code: 'EEXIST' })),
      1,
      'a.csv',
    ],
    ['a fault of ours', new RangeError('oops'), 70, 'oops'],
  ])('%s', (_name, error, exitCode, said) => {
    const failure = describeFailure(error, url, say);
    expect(failure.exitCode).toBe(exitCode);
    expect(failure.line).toContain(said);
    expect(failure.line).not.toContain('\n');
  });

  test('what the host does not accept is told by place', () => {
    const data = { issues: [{ path: ['filter', 'from'], message: 'Invalid\u001b[31m' }] };
    const { line, exitCode } = describeFailure(new ORPCError('BAD_REQUEST', { data }), url, say);
    expect(exitCode).toBe(2);
    expect(line).toContain('filter.from: Invalid\\u001b[31m');
  });

  test('every error of the contract has words', () => {
    for (const code of Object.keys(errors)) {
      const { line } = describeFailure(
        new ORPCError(code, { status: 409, data: { kind: 'scan' } }),
        url,
        say,
      );
      expect(line).toContain(text.errors[code as keyof typeof errors]);
    }
  });
});

test('the terminal’s language', () => {
  expect(terminalText({ LANG: 'zh_CN.UTF-8' })).toBe(chinese);
  expect(terminalText({ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB' })).toBe(english);
  expect([isChinese({}), isChinese({ LC_MESSAGES: 'zh_TW' })]).toEqual([false, true]);
});

test('both usages name the same commands and options', () => {
  const named = (usage: string) => [...new Set(usage.match(/--[a-z]+|FOLLOWDESK_\w+/g))].sort();
  expect(named(english.usage)).toEqual(named(chinese.usage));
});
