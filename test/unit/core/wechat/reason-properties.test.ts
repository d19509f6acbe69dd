/** Every number WeChat could ever answer has one reason, always the same, worded for operator and visitor alike. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { text as pageText } from '#core/callback/pages/text.ts';
import { WeChatRefused } from '#core/errors.ts';
import { failureOf, type Question } from '#core/wechat/reason.ts';
import { describeErrcode, describeReason } from '#renderer/text/describe-error.ts';
import { allErrorCodes } from '#shared/model/error-codes.ts';
import { Reason } from '#shared/model/verdict.ts';
import { isWorded, LANGUAGES, textOf } from '../../renderer/words.ts';

const known = allErrorCodes().map(({ code }) => code);
const errcode = fc.oneof(
  fc.constantFrom(...known),
  fc.constantFrom(...known).chain((code) => fc.integer({ min: code - 2, max: code + 2 })),
  fc.integer({ min: -10, max: 100_000 }),
  fc.maxSafeInteger(),
);
const question = fc.constantFrom<Question[]>('exchange', 'token', 'lookup');
const endpoint = fc.oneof(
  fc.constantFrom(
    '/sns/oauth2/access_token',
    '/cgi-bin/token',
    '/cgi-bin/stable_token',
    '/cgi-bin/user/info',
  ),
  fc.webPath(),
);
const ip = fc.option(fc.ipV4());
const rid = fc.option(fc.string());

describe.each(LANGUAGES)('in %s', (language) => {
  const t = textOf(language);

  test('every errcode has exactly one reason, and words for it', () => {
    fc.assert(
      fc.property(errcode, question, endpoint, ip, rid, (code, asked, where, address, id) => {
        const refused = new WeChatRefused({ errcode: code, rid: id, endpoint: where, ip: address });
        const failure = failureOf(refused, asked);
        expect(failureOf(refused, asked)).toEqual(failure);
        expect(failure.errcode).toBe(code);
        expect(Reason.options.filter((reason) => reason === failure.reason)).toHaveLength(1);
        const { title, remedy, actor } = describeReason(t, failure.reason, code);
        for (const wording of [title, remedy, actor]) expect(wording).toSatisfy(isWorded);
        const { what, todo } = pageText[language].reasons[failure.reason];
        for (const wording of [what, todo]) expect(wording).toSatisfy(isWorded);
        const { meaning } = describeErrcode(t, code);
        expect(meaning === null).toBe(!known.includes(code));
      }),
      { numRuns: 500 },
    );
  });
});

test('whatever else is thrown has one reason too', () => {
  fc.assert(
    fc.property(fc.anything(), question, (thrown, asked) => {
      const failure = failureOf(thrown, asked);
      expect(failure).toEqual({ reason: 'platform_error', errcode: null });
    }),
  );
});
