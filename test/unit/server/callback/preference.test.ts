/** What a phone's headers mean: page or data, inside WeChat or not. */
import { describe, expect, test } from 'vitest';
import { isInsideWeChat, wantsJson } from '#server/callback/preference.ts';

const browserAccept = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1';
const weChat = `${safari} MicroMessenger/8.0.50(0x1800323b) NetType/WIFI Language/zh_CN`;

describe('page or data', () => {
  test.each([
    [undefined, undefined, false],
    ['*/*', undefined, false],
    [browserAccept, undefined, false],
    [browserAccept, 'json', true],
    ['application/json', undefined, true],
    ['Application/JSON', undefined, true],
    ['application/json, text/plain, */*', undefined, true],
    ['text/html, application/json', undefined, false],
    ['text/html;q=0.5, application/json', undefined, true],
    ['application/json;q=0', undefined, false],
    ['application/json;q=rubbish', undefined, false],
    ['application/problem+json', undefined, false],
    [undefined, ['json', 'json'], false],
  ])('Accept %s with format %s is data: %s', (accept, format, expected) => {
    expect(wantsJson(accept, format)).toBe(expected);
  });
});

describe('inside WeChat', () => {
  test.each([
    ['WeChat', weChat, browserAccept, true],
    ['WeCom', `${safari} wxwork/4.1.0 MicroMessenger/7.0.1`, browserAccept, true],
    ['a browser', safari, browserAccept, false],
    ['no User-Agent', undefined, browserAccept, true],
    ['a fetcher that says Mozilla', 'Mozilla/5.0', '*/*', true],
    ['a program', 'curl/8.10.1', 'text/html', true],
  ])('%s', (_who, userAgent, accept, expected) => {
    expect(isInsideWeChat(userAgent, accept)).toBe(expected);
  });
});
