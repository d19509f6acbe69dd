/** What WeChat, or a box on the way to it, may send: read whole, or refused by one of two names, and nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WeChatRefused, WeChatUnreachable } from '#core/errors.ts';
import { parseLeniently } from '#core/wechat/lenient-json.ts';
import { readReply } from '#core/wechat/reply.ts';
import { parseUser } from '#core/wechat/user-info.ts';
import { User } from '#shared/model/user.ts';

const ENDPOINT = '/cgi-bin/user/info';
const control = fc.integer({ min: 0, max: 31 }).map((code) => String.fromCharCode(code));
const untidy = fc.array(fc.oneof(control, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 6 });
const text = untidy.map((pieces) => pieces.join(''));
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.constantFrom(null, true, false),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
}));

/** As WeChat writes it: control characters stand raw in the strings. */
function written(value: unknown): string {
  if (typeof value === 'string') {
    const escaped = [...value].map((it) => (it < ' ' ? it : JSON.stringify(it).slice(1, -1)));
    return `"${escaped.join('')}"`;
  }
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, item]) => `${written(key)}:${written(item)}`);
  return `{${fields.join(',')}}`;
}

const expectedOf = (value: unknown) => JSON.parse(JSON.stringify(value));

test('no field is lost to control characters, at any depth, in names as in values', () => {
  fc.assert(
    fc.property(anything, fc.boolean(), (value, withMark) => {
      const bytes = Buffer.from((withMark ? '\ufeff' : '') + written(value));
      expect(parseLeniently(bytes)).toEqual(expectedOf(value));
    }),
    { numRuns: 300 },
  );
});

test('of a field that comes twice the last counts, clean or not', () => {
  fc.assert(
    fc.property(text, fc.string(), (first, last) => {
      expect(parseLeniently(Buffer.from(`{"a":${written(first)},"a":${written(last)}}`))).toEqual({
        a: last,
      });
    }),
  );
});

test('rubbish behind the value costs the whole value or nothing of it', () => {
  fc.assert(
    fc.property(anything, fc.string({ minLength: 1 }), (value, rubbish) => {
      const read = parseLeniently(Buffer.from(`{"value":${written(value)}}${rubbish}`));
      if (read !== undefined) expect(read).toEqual({ value: expectedOf(value) });
    }),
  );
});

/** Fields that the code reads, with anything in them, also what only looks like an object of ours. */
const field = fc.oneof(
  anything,
  fc.constantFrom<unknown>(
    { toString: 1, valueOf: 1 },
    [40001],
    '40001',
    '4e4',
    ' 0 ',
    '',
    null,
    1e30,
    -1,
    0.5,
    2 ** 63,
  ),
);
const reply = fc.dictionary(
  fc.constantFrom(
    'errcode',
    'errmsg',
    'subscribe',
    'openid',
    'subscribe_time',
    'tagid_list',
    'qr_scene',
    'remark',
  ),
  field,
);
const body = fc.oneof(
  reply.map((fields) => Buffer.from(written(fields))),
  anything.map((value) => Buffer.from(written(value))),
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
);

test('a reply is an object without an errcode, or a failure with a name; never anything else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), body, (status, bytes) => {
      try {
        const read = readReply(ENDPOINT, status, bytes);
        expect(status).toBeLessThan(300);
        expect(read).toEqual(parseLeniently(bytes));
        expect(User.safeParse(parseUser(read, 'oA')).error).toBeUndefined();
      } catch (error) {
        if (error instanceof WeChatRefused) expect(error.errcode).not.toBe(0);
        else expect(error).toBeInstanceOf(WeChatUnreachable);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a number written as a text is the same number', () => {
  fc.assert(
    fc.property(fc.integer(), (errcode) => {
      const outcomes = [errcode, String(errcode)].map((said) => {
        try {
          return readReply(ENDPOINT, 200, Buffer.from(JSON.stringify({ errcode: said }))) && 0;
        } catch (error) {
          return (error as WeChatRefused).errcode;
        }
      });
      expect(outcomes).toEqual([errcode, errcode]);
    }),
  );
});
