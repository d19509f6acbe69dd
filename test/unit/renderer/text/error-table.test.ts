/**
 * The catalogue of WeChat's codes as an operator reads it: nothing missing, nothing said twice, and no advice
 * that only a programmer could follow.
 */
import { describe, expect, test } from 'vitest';
import { describeErrcode } from '#renderer/text/describe-error.ts';
import { allErrorCodes } from '#shared/model/error-codes.ts';
import { isWorded, LANGUAGES, textOf } from '../words.ts';

/** The tables of the document that FollowDesk began with. */
const ORIGIN = {
  token: [-1, 0, 40001, 40002, 40013, 40125, 40164, 40243, 41004, 50004, 50007, 89501, 89503, 89506, 89507],
  page: [10003, 10004, 10005, 10006, 10009, 10010, 10011, 10012, 10013, 10015, 10016],
  user: [40001, 40003, 40013, 48001, 50002],
};

/** What FollowDesk does by itself, or what only the writer of a program could do. */
const PROGRAMMERS =
  /force_refresh|stable_token|cgi_path|content.type|utf-?8|cache|缓存|defect|程序问题|back.?off|null|stack|drop the/i;

/** A remedy stands alone: nobody should have to look another code up. */
const ELSEWHERE = /\b[1-9]\d{4}\b|同上|same (as|remedy)/i;

const codes = allErrorCodes();

test('the catalogue has every code of the origin, each once', () => {
  const known = codes.map(({ code }) => code);
  const asked = Object.values(ORIGIN).flat();
  expect(asked.filter((code) => !known.includes(code))).toEqual([]);
  expect(new Set(known).size).toBe(known.length);
  expect(known.length).toBeGreaterThanOrEqual(132);
});

describe.each(LANGUAGES)('in %s', (language) => {
  const t = textOf(language);
  const described = codes.map(({ code }) => describeErrcode(t, code));

  test.each(described)('$code says what happened and what to do', ({ meaning, remedy }) => {
    for (const wording of [meaning, remedy]) {
      expect(isWorded(wording)).toBe(true);
      expect(wording).toMatch(language === 'en' ? /^[^\u4e00-\u9fff]+\.$/ : /[\u4e00-\u9fff].*。$/);
    }
    expect(remedy).not.toBe(meaning);
    expect(remedy).not.toMatch(PROGRAMMERS);
    expect(remedy).not.toMatch(ELSEWHERE);
  });

  test.each(['meaning', 'remedy'] as const)('no two codes share a %s', (column) => {
    const wordings = described.map((each) => each[column]);
    expect(wordings.filter((wording, index) => wordings.indexOf(wording) !== index)).toEqual([]);
  });
});
