/** Both languages as the screens see them. */

import { createText, type Text } from '#renderer/text/text.ts';
import type { Language } from '#shared/model/host.ts';

export const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

export function textOf(language: Language): Text {
  return createText(language).t as Text;
}

/** True for wording that is there and is not a key that was never found. */
export function isWorded(wording: string | null): boolean {
  return wording !== null && wording.trim() !== '' && !/^[a-z]+[:.][\w.]+$/i.test(wording);
}
