import { expect, test } from 'vitest';
import { languageOf } from '#core/callback/pages/language.ts';

test.each([
  [undefined, 'zh-CN'],
  ['', 'zh-CN'],
  ['*', 'zh-CN'],
  ['zh-CN,zh;q=0.9,en-US;q=0.8', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['ZH-HANS-CN', 'zh-CN'],
  ['en-US,en;q=0.9,zh-CN;q=0.8', 'en'],
  ['en;q=0.5, zh;q=0.9', 'zh-CN'],
  ['fr-FR,fr;q=0.9', 'en'],
  ['fr, zh;q=0.4', 'zh-CN'],
  ['zh;q=0, en', 'en'],
  ['zhx, en', 'en'],
  [';;;,,q=', 'en'],
] as const)('Accept-Language %s is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
