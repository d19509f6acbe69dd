/** The picture can be read whatever was measured: no word on another, nothing outside, no bar of no length. */
import { expect, test } from 'vitest';
import { boxOf, meet, type Text, toSvg } from '../../bench/picture/marks.ts';
import { drawReport } from '../../bench/picture/picture.ts';
import type { Report } from '../../bench/report.ts';
import { goodDay, longRun, reportOf, someCases } from './a-report.ts';

const days: Record<string, Report> = {
  'a good day': reportOf({ cases: someCases(goodDay), tokenCalls: 1 }),
  'a run of everything': reportOf({ ...longRun, cases: someCases(goodDay), tokenCalls: 1 }),
  'no PHP, and only two others': reportOf(
    { cases: someCases({ followdesk: goodDay.followdesk, 'floor-batch': goodDay['floor-batch'] }) },
    { absent: [{ name: 'php', why: 'it is not installed' }] },
  ),
  'a very bad day': reportOf({
    cases: someCases({
      ...goodDay,
      followdesk: { perSecond: 0.4, p99: 123_456, cpuMs: 98 },
      'floor-batch': { perSecond: 54_321, p99: 0.4, cpuMs: 0.001 },
    }),
  }),
  'nothing but zeroes and gaps': reportOf({
    cases: someCases({ followdesk: { perSecond: 0, cpuMs: Number.NaN, p99: Number.NaN }, php: {} }),
  }),
};

function pictureOf(report: Report | undefined) {
  const picture = report && drawReport(report);
  if (!picture) throw new Error('Nothing was drawn');
  const texts = picture.marks.filter((mark): mark is Text => mark.kind === 'text');
  return { picture, texts };
}

test.each(Object.keys(days))('%s: no two words overlap and none leaves the page', (day) => {
  const { picture, texts } = pictureOf(days[day]);
  const overlapping = texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter((other) => meet(boxOf(one), boxOf(other)))
      .map((other) => `${one.text} | ${other.text}`),
  );
  expect(overlapping).toEqual([]);
  for (const text of texts) {
    const { left, right, top, bottom } = boxOf(text);
    expect([text.text, left >= 0, top >= 0, right <= picture.width, bottom <= picture.height]).toEqual([
      text.text,
      true,
      true,
      true,
      true,
    ]);
  }
});

test.each(Object.keys(days))('%s: bars are on the page and have a length', (day) => {
  const { picture } = pictureOf(days[day]);
  const bars = picture.marks.filter((mark) => mark.kind === 'bar');
  expect(bars.length).toBeGreaterThan(2);
  for (const { x, y, width, height } of bars) {
    expect(Math.min(width, height)).toBeGreaterThan(0.9);
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(picture.width);
    expect(y + height).toBeLessThanOrEqual(picture.height);
  }
});

test('twice as many callbacks is a longer bar, and the floor is not drawn as ours', () => {
  const { picture } = pictureOf(days['a good day']);
  const rows = picture.marks.filter((mark) => mark.kind === 'bar' && mark.height === 18).slice(0, 6);
  const widths = rows.map((mark) => (mark.kind === 'bar' ? mark.width : 0));
  expect(widths.toSorted((one, other) => other - one)).toEqual(
    [1, 0, 2, 3, 4, 5].map((place) => widths[place]),
  );
  expect(new Set(rows.map((mark) => (mark.kind === 'bar' ? mark.fill : ''))).size).toBe(6);
});

test('promises stand where FollowDesk has to reach', () => {
  const { texts } = pictureOf(days['a good day']);
  const said = texts.map(({ text }) => text);
  expect(said).toContain('✓ ≥ 100 × the original PHP: 2,900');
  expect(said).toContain('✓ ≤ 2.5 × floor-batch: 373');
  expect(pictureOf(days['a very bad day']).texts.map(({ text }) => text)).toContain(
    '✗ ≥ 100 × the original PHP: 2,900',
  );
});

test('it is SVG that any reader takes, with nothing in it that runs', () => {
  const { picture } = pictureOf(days['a good day']);
  const svg = toSvg({ ...picture, title: '<script>&' });
  expect(svg).toContain('<title>&lt;script&gt;&amp;</title>');
  expect(svg).not.toMatch(/NaN|undefined|Infinity|<script|href/);
});

test('without a crowd there is no picture', () => {
  expect(drawReport(reportOf({}))).toBeNull();
});
