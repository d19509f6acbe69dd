/** The language of what the operating system draws: menus and boxes. The console words itself, by the same rule. */
import type { Language, Settings } from '#shared/model/host.ts';

/** The language set, or for `auto` the first of the system's that we speak, else Chinese. */
export function chooseLanguage(setting: Settings['language'], systemLanguages: readonly string[]): Language {
  if (setting !== 'auto') return setting;
  const first = systemLanguages.find((tag) => /^(zh|en)\b/i.test(tag));
  return first === undefined || /^zh/i.test(first) ? 'zh-CN' : 'en';
}

export interface SpokenLanguage {
  now(): Language;
  /** What the settings say, once they have been read and each time they change. */
  set(setting: Settings['language']): void;
}

/** The system's language until the settings are known: a box may have to be shown before they are. */
export function createSpokenLanguage(systemLanguages: () => readonly string[]): SpokenLanguage {
  let setting: Settings['language'] = 'auto';
  return {
    now: () => chooseLanguage(setting, systemLanguages()),
    set(given) {
      setting = given;
    },
  };
}
