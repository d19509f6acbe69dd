import { describe, expect, it } from 'vitest';
import { externalAddress, isConsoleFrame, isConsoleUrl, mayUse } from '#main/navigation.ts';

describe('what the window may show', () => {
  it.each(['followdesk://console/', 'followdesk://console', 'followdesk://console/desk?x=1#y'])(
    'the console: %s',
    (address) => expect(isConsoleUrl(address)).toBe(true),
  );

  it.each([
    'followdesk://evil/',
    'followdesk://console.evil/',
    'followdesk://console:8080/',
    'followdesk://console@evil/',
    'followdesk://evil@console/',
    'followdesk:console',
    'https://console/',
    'file:///console/index.html',
    'data:text/html,followdesk://console/',
    'about:blank',
    'not an address',
    '',
  ])('nothing else: %s', (address) => expect(isConsoleUrl(address)).toBe(false));
});

describe('who may ask for the console', () => {
  const page = { origin: 'followdesk://console', url: 'followdesk://console/', parent: null };

  it('is the top frame of our own page', () => {
    expect(isConsoleFrame(page)).toBe(true);
  });

  it.each([
    ['a frame inside it', { ...page, parent: page }],
    ['a frame without an origin', { ...page, origin: 'null' }],
    ['another origin', { ...page, origin: 'https://example.com' }],
    ['a page that replaced it', { ...page, url: 'https://example.com/' }],
    ['a frame that is gone', null],
  ])('is not %s', (_name, frame) => expect(isConsoleFrame(frame)).toBe(false));
});

describe('what may leave for the system’s browser', () => {
  it.each([
    ['https://mp.weixin.qq.com/s?a=1&b=2#c', 'https://mp.weixin.qq.com/s?a=1&b=2#c'],
    ['http://127.0.0.1:4000/connect', 'http://127.0.0.1:4000/connect'],
    ['HTTPS://EXAMPLE.com', 'https://example.com/'],
  ])('%s', (address, opened) => expect(externalAddress(address)).toBe(opened));

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'followdesk://console/',
    'weixin://dl/business',
    'mailto:a@example.com',
    'ms-msdt:/id',
    'smb://server/share',
    'https://weixin.qq.com@evil.example/',
    'https://user:word@example.com/',
    'https://',
    '//example.com',
    '',
  ])('not %s', (address) => expect(externalAddress(address)).toBeNull());
});

describe('what the page may use', () => {
  it('is to copy text', () => {
    expect(mayUse('clipboard-sanitized-write', 'followdesk://console/')).toBe(true);
    expect(mayUse('fullscreen', 'followdesk://console/board.html')).toBe(true);
  });

  it.each(['clipboard-read', 'geolocation', 'media', 'notifications', 'openExternal', 'usb', 'unknown'])(
    'not %s',
    (permission) => expect(mayUse(permission, 'followdesk://console/')).toBe(false),
  );

  it('and only the console may', () => {
    expect(mayUse('clipboard-sanitized-write', 'https://example.com/')).toBe(false);
  });
});
