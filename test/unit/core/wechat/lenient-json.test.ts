/** Replies as WeChat really sends them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseLeniently } from '#core/wechat/lenient-json.ts';

const parse = (text: string) => parseLeniently(Buffer.from(text));

it('reads every JSON that JSON.parse reads, and the same', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(parse(json)).toEqual(JSON.parse(json));
    }),
  );
});

it('reads a string whatever control characters are in it raw', () => {
  const control = fc.integer({ min: 0, max: 31 }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.array(fc.oneof(control, fc.string())), (pieces) => {
      const remark = pieces.join('');
      // Everything is escaped as JSON demands, except the control characters.
      const written = [...remark].map((it) => (it < ' ' ? it : JSON.stringify(it).slice(1, -1))).join('');
      expect(parse(`{"remark":"${written}","subscribe":1}`)).toEqual({ remark, subscribe: 1 });
    }),
  );
});

it('leaves white space between values and escaped slashes alone', () => {
  expect(parse('{\r\n\t"headimgurl": "http:\\/\\/wx.qlogo.cn\\/0",\n"remark":"a\tb"\n}')).toEqual({
    headimgurl: 'http://wx.qlogo.cn/0',
    remark: 'a\tb',
  });
});

it('takes a backslash that begins no escape for itself', () => {
  expect(parse('{"remark":"C:\\d\\\n"}')).toEqual({ remark: 'C:\\d\\\n' });
});

it('is not put off by a byte order mark or by broken UTF-8', () => {
  expect(parse('\ufeff{"subscribe":1}')).toEqual({ subscribe: 1 });
  const broken = Buffer.concat([
    Buffer.from('{"remark":"'),
    Buffer.from([0xe5, 0xbc]),
    Buffer.from('","subscribe":0}'),
  ]);
  expect(parseLeniently(broken)).toEqual({ remark: '\ufffd', subscribe: 0 });
});

it.each(['', '<html>502 Bad Gateway</html>', '{"subscribe":1', '{"a":}', 'undefined'])(
  'finds no JSON in %j',
  (text) => {
    expect(parse(text)).toBeUndefined();
  },
);

it('never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      parseLeniently(Buffer.from(bytes));
    }),
  );
});
