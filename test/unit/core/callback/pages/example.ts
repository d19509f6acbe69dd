/** A scan as a phone may see it, for the page tests to vary. */
import type { PhoneResult } from '#core/callback/callback.ts';

export const LANGUAGES = ['zh-CN', 'en'] as const;

export function phoneResult(changes: Partial<PhoneResult>): PhoneResult {
  return {
    key: 'k3y',
    verdict: 'followed',
    reason: null,
    errcode: null,
    param: '',
    scannedAt: '2026-11-23T06:31:05.000Z',
    decidedAt: '2026-11-23T06:31:06.000Z',
    accountName: '晨光书店',
    followPicture: null,
    followPage: null,
    canRecheck: true,
    pending: false,
    scanAgainPath: '/go/e1',
    ...changes,
  };
}

/** What a reader sees: the page without its style, its script and its tags. */
export function readable(page: string): string {
  return page
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}
