/** The page's policy must admit exactly what the pages inline, and nothing else. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { pageHeaders } from '#core/callback/pages/headers.ts';
import { busyPage, notFoundPage, refusalPage } from '#core/callback/pages/notice-pages.ts';
import { resultPage } from '#core/callback/pages/result-page.ts';
import { LANGUAGES, phoneResult } from './example.ts';

const policy = pageHeaders()['Content-Security-Policy'] ?? '';

function directive(name: string): string | undefined {
  return policy
    .split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1);
}

function inlined(page: string, tag: 'style' | 'script'): string[] {
  return [...page.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map((match) => match[1] ?? '');
}

const livePages = LANGUAGES.flatMap((language) => [
  resultPage(phoneResult({}), language),
  resultPage(phoneResult({ verdict: 'not_followed' }), language),
  resultPage(phoneResult({ verdict: 'unknown', reason: 'network', pending: true }), language),
  refusalPage('not_in_wechat', language),
]);
const stillPages = LANGUAGES.flatMap((language) => [busyPage(language, 4), notFoundPage(language)]);
const pages = [...livePages, ...stillPages];

test.each(['style', 'script'] as const)('the hash of every inline %s is the one the policy allows', (tag) => {
  for (const page of tag === 'style' ? pages : livePages) {
    const [content, ...more] = inlined(page, tag);
    expect(more).toEqual([]);
    const hash = createHash('sha256')
      .update(content ?? '')
      .digest('base64');
    expect(directive(`${tag}-src`)).toBe(`'sha256-${hash}'`);
  }
});

test('nothing else may load, be framed, or receive a form', () => {
  expect(directive('default-src')).toBe("'none'");
  expect(directive('img-src')).toBe('https://mp.weixin.qq.com data:');
  expect(directive('form-action')).toBe("'self'");
  expect(directive('connect-src')).toBe("'self'");
  expect(directive('base-uri')).toBe("'none'");
  expect(directive('frame-ancestors')).toBe("'none'");
  expect(policy).not.toContain('unsafe');
});

test('no page carries an attribute the policy would block', () => {
  for (const page of pages) expect(page).not.toMatch(/<[^>]+\s(style|on\w+)=/);
});

test('a page is kept nowhere and tells nobody where the phone came from', () => {
  expect(pageHeaders()).toMatchObject({
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
});

test('each caller gets headers of its own', () => {
  pageHeaders()['Cache-Control'] = 'public';
  expect(pageHeaders()['Cache-Control']).toBe('no-store');
});
