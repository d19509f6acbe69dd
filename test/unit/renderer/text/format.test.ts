import { describe, expect, it } from 'vitest';
import { fileName } from '#renderer/components/save-file.ts';
import { isLoopback } from '#renderer/desk/loopback.ts';
import { clockTime, isSameDay, percentage } from '#renderer/text/format.ts';

describe('what the desk writes', () => {
  it('writes a time on the local clock, two digits each', () => {
    expect(clockTime(new Date(2026, 4, 1, 9, 2, 5).toISOString())).toBe('09:02:05');
  });

  it('knows a day by the local clock', () => {
    const midnight = new Date(2026, 4, 2);
    expect(isSameDay(midnight.toISOString(), new Date(2026, 4, 2, 23, 59))).toBe(true);
    expect(isSameDay(new Date(midnight.getTime() - 1).toISOString(), midnight)).toBe(false);
  });

  it.each([
    [null, '—'],
    [0, '0%'],
    [2 / 3, '66.7%'],
    [1, '100%'],
  ])('writes the share %s as %s', (share, text) => {
    expect(percentage(share)).toBe(text);
  });

  it.each([
    ['大门', '大门'],
    ['a/b\\c:d*e?"f<g>|h', 'a b c d e f g h'],
    ['  \u0000 ', 'followdesk'],
  ])('saves %j as %j', (name, file) => {
    expect(fileName(name)).toBe(file);
  });

  it.each([
    ['http://127.0.0.1:8090/go/x', true],
    ['http://localhost/go/x', true],
    ['http://[::1]:80/go/x', true],
    ['https://door.example/go/x', false],
    ['http://192.168.1.20:8090/go/x', false],
    ['https://open.weixin.qq.com/a?redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fcallback', true],
    ['https://open.weixin.qq.com/a?redirect_uri=https%3A%2F%2Fdoor.example%2Fcallback', false],
  ])('%s leads phones nowhere: %s', (link, loopback) => {
    expect(isLoopback(link)).toBe(loopback);
  });
});
