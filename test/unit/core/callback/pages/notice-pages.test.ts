import { expect, test } from 'vitest';
import {
  busyPage,
  notFoundPage,
  refusalPage,
  storageFailedPage,
  unknownResultPage,
} from '#core/callback/pages/notice-pages.ts';
import type { Language } from '#shared/model/host.ts';
import { Refusal } from '#shared/model/verdict.ts';
import { LANGUAGES, readable } from './example.ts';

const NOTICES = [
  notFoundPage,
  unknownResultPage,
  storageFailedPage,
  (language: Language) => busyPage(language, 4),
];

test.each(LANGUAGES)(
  'every refusal and notice has a heading of its own in %s and fits in 10 kB',
  (language) => {
    const pages = [
      ...Refusal.options.map((refusal) => refusalPage(refusal, language)),
      ...NOTICES.map((draw) => draw(language)),
    ];
    const headings = pages.map((page) => page.match(/<h1[^>]*>([^<]+)<\/h1>/)?.[1]);
    expect(new Set(headings).size).toBe(pages.length);
    expect(headings).not.toContain(undefined);
    for (const page of pages) {
      expect(Buffer.byteLength(page)).toBeLessThan(10_000);
      expect(page).toContain(`<html lang="${language}">`);
      expect(page).not.toContain('data-verdict');
      expect(page).not.toMatch(/openid/i);
    }
  },
);

test('a refused link says what to do instead', () => {
  expect(readable(refusalPage('expired_state', 'en'))).toContain('Scan the one on the screen now.');
  expect(readable(refusalPage('expired_state', 'zh-CN'))).toContain('请扫屏幕上现在的码');
  expect(readable(refusalPage('unknown_entry', 'zh-CN'))).toContain('告诉工作人员');
  expect(readable(refusalPage('bad_state', 'zh-CN'))).toContain('扫一扫');
});

test('only the page that must be opened in WeChat offers its link', () => {
  for (const refusal of Refusal.options) {
    expect(refusalPage(refusal, 'en').includes('data-link hidden')).toBe(refusal === 'not_in_wechat');
  }
});

test('the busy page asks again by itself and needs no script', () => {
  const page = busyPage('en', 4);
  expect(page).toContain('<meta http-equiv="refresh" content="4">');
  expect(page).toContain('data-notice="busy"');
  expect(page).not.toContain('<script');
  expect(notFoundPage('en')).not.toContain('refresh');
});
