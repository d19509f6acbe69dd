/** Language and theme as the settings say, over the whole console; the last known ones until they arrive. */
import { useQuery } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import {
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Settings } from '#shared/model/host.ts';
import { useConsole } from './host/console.tsx';
import { readMemory, writeMemory } from './host/memory.ts';
import { createText, resolveLanguage } from './text/text.ts';
import { paletteProperties, palettes, type ThemeName } from './theme/palette.ts';
import { antdTheme } from './theme/theme.ts';

const ANTD_LOCALES = { 'zh-CN': zhCN, en: enUS };

export function Appearance({ children }: { children: ReactNode }) {
  const { query, sessionLost } = useConsole();
  const settings = useQuery(query.host.settings.queryOptions({ enabled: !sessionLost })).data;
  const setting = settings?.language ?? remembered('language', ['zh-CN', 'en']) ?? 'auto';
  const language = resolveLanguage(setting, navigator.languages);
  const theme = useThemeName(settings?.theme ?? remembered('theme', ['light', 'dark']) ?? 'system');
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const text = useMemo(() => createText(language), [language]);

  useEffect(() => {
    if (!settings) return;
    writeMemory('language', settings.language);
    writeMemory('theme', settings.theme);
  }, [settings]);

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dataset.theme = theme;
    root.style.colorScheme = theme;
    for (const [name, value] of paletteProperties(palettes[theme])) root.style.setProperty(name, value);
  }, [language, theme]);

  return (
    <I18nextProvider i18n={text}>
      <ConfigProvider
        locale={ANTD_LOCALES[language]}
        theme={antdTheme(theme, !still)}
        button={{ autoInsertSpace: false }}
      >
        <App component={false}>{children}</App>
      </ConfigProvider>
    </I18nextProvider>
  );
}

/** What the settings said last time. */
function remembered<const Choice extends string>(name: 'language' | 'theme', choices: readonly Choice[]) {
  return choices.find((choice) => choice === readMemory(name));
}

function useThemeName(setting: Settings['theme']): ThemeName {
  const dark = useMedia('(prefers-color-scheme: dark)');
  if (setting !== 'system') return setting;
  return dark ? 'dark' : 'light';
}

function useMedia(condition: string): boolean {
  const query = useMemo(() => window.matchMedia(condition), [condition]);
  const watch = useCallback(
    (onChange: () => void) => {
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(watch, () => query.matches);
}
