/**
 * What the board's address says: `#key=…&lang=zh-CN&theme=light`. In the fragment, so that no server and no log
 * ever sees the key. A board hangs in a dim hall: dark unless somebody says otherwise.
 */
import type { Language } from '#shared/model/host.ts';
import { resolveLanguage } from '../text/text.ts';
import type { ThemeName } from '../theme/palette.ts';

export interface Look {
  key: string | null;
  language: Language;
  theme: ThemeName;
}

export function readLook(hash: string, preferred: readonly string[]): Look {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const language = said.get('lang');
  return {
    key: said.get('key'),
    language: resolveLanguage(language === 'zh-CN' || language === 'en' ? language : 'auto', preferred),
    theme: said.get('theme') === 'light' ? 'light' : 'dark',
  };
}

/** The other way round. */
export function boardHash({ key, language, theme }: Partial<Look>): string {
  const said = new URLSearchParams();
  if (key) said.set('key', key);
  if (language) said.set('lang', language);
  if (theme === 'light') said.set('theme', theme);
  return `#${said}`;
}
