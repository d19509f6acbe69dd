/** i18next, typed by the Chinese wording: an unknown key does not compile. */
import { createInstance, type i18n, type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language, Settings } from '#shared/model/host.ts';
import { type Resources, resources } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Resources;
  }
}

const NAMESPACES = [
  'common',
  'desk',
  'gates',
  'posters',
  'board',
  'lookup',
  'followers',
  'records',
  'accounts',
  'setup',
  'doctor',
  'findings',
  'settings',
  'lock',
  'errors',
  'reasons',
] as const;

/** Looks wording up: `t('retry')` from `common`, `t('desk:title')` from a screen's own file. */
export type Text = TFunction<typeof NAMESPACES>;

/** An i18next instance that speaks one language. */
export function createText(language: Language): i18n {
  const instance = createInstance();
  // Resources are bundled, so initialisation is synchronous and the promise has nothing to tell.
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources,
    ns: NAMESPACES,
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** The wording of the language in force. */
export function useText(): Text {
  return useTranslation(NAMESPACES).t;
}

/** The language a setting means for somebody whose browser prefers `preferred`. */
export function resolveLanguage(setting: Settings['language'], preferred: readonly string[]): Language {
  if (setting !== 'auto') return setting;
  const first = preferred.find((tag) => /^(zh|en)\b/i.test(tag));
  return first === undefined || /^zh/i.test(first) ? 'zh-CN' : 'en';
}
