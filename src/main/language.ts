/** The language of what the operating system draws: menus and boxes. The console words itself, by the same rule. */
import type { Language, Settings } from '#shared/model/host.ts';

/** The language set, or for `auto` the first of the system's that we speak, else Chinese. */
export function chooseLanguage(setting: Settings['language'], systemLanguages: readonly string[]): Language {
  if (setting !== 'auto') return setting;
  const first = systemLanguages.find((tag) => /^(zh|en)\b/i.test(tag));
  return first === undefined || /^zh/i.test(first) ? 'zh-CN' : 'en';
}
