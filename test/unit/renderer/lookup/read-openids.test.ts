/** Whatever an operator pastes: every openid found, every line that should hold one and does not reported. */
import { describe, expect, it } from 'vitest';
import { isOpenid, readColumn, readOpenids, withStrays } from '#renderer/lookup/read-openids.ts';

const [a, b, c] = [
  'o6_bmjrPTlm6_2sgVt7hMZOPfL2M',
  'oABCDEFGHIJKLMNOPQRSTUVWXYZ-',
  'o0123456789_0123456789_01234',
] as const;

describe('readOpenids', () => {
  it.each([
    ['lines', `${a}\n${b}\n${c}`],
    ['Windows lines and a BOM', `\uFEFF${a}\r\n${b}\r\n\r\n${c}\r\n`],
    ['commas', `${a},${b}, ${c}`],
    ['Chinese commas', `${a}，${b}、${c}；`],
    ['tabs', `${a}\t${b}\t${c}`],
    ['full-width spaces', `　${a}　${b}　${c}　`],
    ['quotes', `"${a}"\n'${b}'\n“${c}”`],
    ['a JSON list', `[\n  "${a}",\n  "${b}",\n  "${c}"\n]`],
    ['WeChat’s own JSON', JSON.stringify({ total: 3, data: { openid: [a, b, c] }, next_openid: c })],
    [
      'JSON Lines',
      [a, b, c].map((openid) => JSON.stringify({ unionid: a, openid, raw: { openid } })).join('\n'),
    ],
    ['a markdown list', `- ${a}\n-${b}\n* ${c}`],
    ['a heading', `openid\n${a}\n${b}\n${c}`],
    ['a Chinese heading after blank lines', `\n\n用户标识\n${a}\n${b}\n${c}`],
    ['numbers before them', `1. ${a}\n2. ${b}\n3) ${c}`],
    ['addresses around them', `https://x.cn/a?openid=${a}&t=1\nhttp://y.cn/${b}\nhttps://z.cn#${c}`],
    ['addresses in addresses', `https://x.cn/?u=https%3A%2F%2Fy.cn%2F%3Fopenid%3D${a}\nopenid%253D${b} ${c}`],
    ['words around them', `张三 ${a} 已到\n李四：${b}。\n王五(${c})`],
  ])('finds them between %s', (_what, text) => {
    expect(readOpenids(text)).toEqual({ openids: [a, b, c], repeats: [], strays: [] });
  });

  it('asks about each once, in the order given, and says where the rest stand', () => {
    expect(readOpenids(`${b}\n${a}\n${b}\n${b} ${a}`)).toEqual({
      openids: [b, a],
      repeats: [
        { line: 3, openid: b, first: 1 },
        { line: 4, openid: b, first: 1 },
        { line: 4, openid: a, first: 2 },
      ],
      strays: [],
    });
  });

  it('reports lines without one by number, as they are', () => {
    expect(readOpenids(`${a}\n\n 张三 \n${b}\n13800138000`).strays).toEqual([
      { line: 3, text: '张三', after: 1 },
      { line: 5, text: '13800138000', after: 2 },
    ]);
  });

  it('reports one that lost or gained characters, wherever it stands', () => {
    const short = a.slice(0, -1);
    const long = `${b}x`;
    expect(readOpenids(`${short}\n${c} ${long}`)).toEqual({
      openids: [c],
      repeats: [],
      strays: [
        { line: 1, text: short, after: 0 },
        { line: 2, text: long, after: 0 },
      ],
    });
  });

  it('reports what a list of openids has among them', () => {
    expect(readOpenids(`${a}, 张三, ${b}`).strays).toEqual([{ line: 1, text: '张三', after: 0 }]);
  });

  it('takes only a first line for a heading', () => {
    expect(readOpenids(`${a}\nopenid`).strays).toEqual([{ line: 2, text: 'openid', after: 1 }]);
  });

  it('says nothing about an empty box, rules and brackets', () => {
    for (const text of ['', ' \n\t\n', '-----\n[\n]\n']) {
      expect(readOpenids(text)).toEqual({ openids: [], repeats: [], strays: [] });
    }
  });

  it('keeps no more of a stray line than the contract would take', () => {
    expect(readOpenids('x'.repeat(5_000)).strays[0]?.text).toHaveLength(128);
  });

  it('reads 100,000 lines of every kind in a fraction of a second', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => {
      const openid = `o${String(index).padStart(27, '0')}`;
      return index % 10 === 0 ? `https://example.cn/?openid=${openid}&n=${index}` : `"${openid}",`;
    }).join('\r\n');
    // A tenth of a second on a quiet machine; the best of three, for one that others use as well.
    const times = [1, 2, 3].map(() => {
      const started = performance.now();
      expect(readOpenids(many).openids).toHaveLength(100_000);
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(1_000);
  });
});

describe('readColumn', () => {
  const rows = [[a, '张三'], [b, ''], [''], ['李四', c]];

  it('reads one column and counts lines from where the table begins', () => {
    expect(readColumn(rows, 0, 2)).toEqual({
      openids: [a, b],
      repeats: [],
      strays: [{ line: 5, text: '李四', after: 2 }],
    });
  });

  it('reads every column when asked to', () => {
    expect(readColumn(rows, null, 1).openids).toEqual([a, b, c]);
  });
});

it('puts strays back where they stood, each once', () => {
  expect(withStrays(readOpenids(`bad\n${a}\nworse\nworse\n${b}\n${c}\nbad`))).toEqual([
    'bad',
    a,
    'worse',
    b,
    c,
  ]);
  expect(withStrays(readOpenids(''))).toEqual([]);
});

it('knows an openid by its shape', () => {
  expect([a, `${a} `, a.slice(1), `${a}x`, ''].map(isOpenid)).toEqual([true, false, false, false, false]);
});
