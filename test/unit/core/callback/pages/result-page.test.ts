/** What the visitor reads, for every verdict and reason, in both languages. */
import { expect, test } from 'vitest';
import type { PhoneResult } from '#core/callback/callback.ts';
import { resultPage } from '#core/callback/pages/result-page.ts';
import { text } from '#core/callback/pages/text.ts';
import type { Language } from '#shared/model/host.ts';
import { Reason } from '#shared/model/verdict.ts';
import { LANGUAGES, phoneResult, readable } from './example.ts';

const PICTURE = 'https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket=gQH47joAAA%3D';
const HOSTILE = `<script>alert("1")</script>'"&>`;

function page(changes: Partial<PhoneResult>, language: Language = 'zh-CN'): string {
  return resultPage(phoneResult(changes), language);
}

test.each([
  ['followed', 'zh-CN', '已关注'],
  ['not_followed', 'zh-CN', '未关注'],
  ['unknown', 'zh-CN', '未知'],
  ['followed', 'en', 'Followed'],
  ['not_followed', 'en', 'Not followed'],
  ['unknown', 'en', 'Unknown'],
] as const)('%s in %s is headed %s', (verdict, language, word) => {
  const drawn = page({ verdict, reason: verdict === 'unknown' ? 'quota' : null }, language);
  expect(drawn).toContain(`<html lang="${language}">`);
  expect(drawn.match(/<h1[^>]*>([^<]*)<\/h1>/g)).toEqual([`<h1 tabindex="-1">${word}</h1>`]);
  expect(drawn).toContain(`data-verdict="${verdict}"`);
  expect(readable(drawn)).toContain('晨光书店');
});

test.each(LANGUAGES)('every reason has wording of its own in %s, and a code for the staff', (language) => {
  const seen = Reason.options.map((reason) => {
    const drawn = page({ verdict: 'unknown', reason, errcode: 45009 }, language);
    expect(drawn).toContain(`data-reason="${reason}"`);
    expect(readable(drawn)).toContain(`${reason} · errcode 45009`);
    expect(readable(drawn)).toContain(text[language].reasons[reason].todo);
    return drawn.match(/<p class="lead">([^<]+)</)?.[1];
  });
  expect(new Set(seen).size).toBe(Reason.options.length);
});

test('a reason a new scan can mend offers one; a broken account does not', () => {
  expect(page({ verdict: 'unknown', reason: 'code_reused' })).toContain('href="/go/e1"');
  expect(page({ verdict: 'unknown', reason: 'ip_not_allowed' })).not.toContain('href=');
});

test('who does not follow is shown how: picture, else page, else name', () => {
  const withPicture = page({ verdict: 'not_followed', followPicture: PICTURE });
  expect(withPicture).toContain(`<img src="${PICTURE}"`);
  expect(page({ verdict: 'not_followed', followPage: 'http://127.0.0.1:9/f' })).toContain(
    'href="http://127.0.0.1:9/f"',
  );
  expect(readable(page({ verdict: 'not_followed' }))).toContain('搜索公众号“晨光书店”');
});

test('an address that is no picture of WeChat and no web page is not linked', () => {
  const drawn = page({
    verdict: 'not_followed',
    followPicture: 'https://mp.weixin.qq.com.example.org/x.png',
    followPage: 'javascript:alert(1)',
  });
  expect(drawn).not.toContain('example.org');
  expect(drawn).not.toContain('javascript:');
});

test('a recheck is a plain form, offered only where WeChat can be asked again', () => {
  const form = /<form method="post" action="\/r\/k3y\/recheck"[^>]*><button/;
  expect(page({ verdict: 'not_followed' })).toMatch(form);
  expect(page({ verdict: 'unknown', reason: 'token' })).toMatch(form);
  expect(page({ verdict: 'unknown', reason: 'denied', canRecheck: false })).not.toContain('<form');
  expect(page({ verdict: 'followed' })).not.toContain('<form');
});

test('a pending page refreshes itself without script, a settled one does not', () => {
  const refresh = '<noscript><meta http-equiv="refresh" content="5"></noscript>';
  const pending = page({ verdict: 'unknown', reason: 'network', pending: true });
  expect(pending).toContain(refresh);
  expect(pending).toContain('data-pending="true"');
  expect(page({ verdict: 'unknown', reason: 'network' })).not.toContain(refresh);
});

test.each(LANGUAGES)('hostile text stays text in %s', (language) => {
  for (const verdict of ['followed', 'not_followed', 'unknown'] as const) {
    const drawn = page(
      {
        verdict,
        reason: verdict === 'unknown' ? 'denied' : null,
        accountName: HOSTILE,
        param: HOSTILE,
        key: `"><img src=x>`,
        scanAgainPath: `/go/"><script>`,
        scannedAt: `"><script>`,
        followPicture: `${PICTURE}"><script>`,
      },
      language,
    );
    expect(drawn.match(/<script/g)).toHaveLength(1);
    expect(drawn).not.toContain('<img src=x');
    const markup = drawn.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
    expect(markup).not.toMatch(/="[^"]*"[^\s>/]/);
  }
});

test.each(LANGUAGES)('every page stays under 10 kB in %s, with the longest names there are', (language) => {
  const longest = {
    accountName: '"'.repeat(60),
    param: "'".repeat(512),
    errcode: 61004,
    key: 'k'.repeat(64),
    scanAgainPath: `/go/${'e'.repeat(64)}`,
  };
  const drawn = [
    page({ ...longest, verdict: 'followed' }, language),
    page({ ...longest, verdict: 'not_followed', followPicture: PICTURE.padEnd(260, 'x') }, language),
    page({ ...longest, verdict: 'not_followed' }, language),
    ...Reason.options.map((reason) => page({ ...longest, verdict: 'unknown', reason }, language)),
  ];
  for (const each of drawn) expect(Buffer.byteLength(each)).toBeLessThan(10_000);
});

test('an openid that slipped into the result is not printed', () => {
  const leaky = { ...phoneResult({ verdict: 'not_followed' }), openid: 'oLEAK-ed', unionid: 'uLEAK-ed' };
  expect(resultPage(leaky, 'en')).not.toMatch(/openid|unionid|LEAK/i);
});

test('a time just after midnight is not written as hour 24', () => {
  const midnight = new Date(2026, 10, 23, 0, 5, 9).toISOString();
  for (const language of LANGUAGES) {
    expect(page({ scannedAt: midnight }, language)).toContain(`<time datetime="${midnight}">00:05:09</time>`);
  }
});
