/** What the palette offers, in order: pure, so that what is offered when is a table of facts and not of clicks. */
import type { Account } from '#shared/model/account.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { Language, Settings } from '#shared/model/host.ts';
import { SCREENS, type Screen } from '../routing.ts';
import type { Text } from '../text/text.ts';
import type { ThemeName } from '../theme/palette.ts';

/** What choosing an offer does. */
export type Deed =
  | { kind: 'go'; screen: Screen }
  | { kind: 'addAccount' }
  | { kind: 'copyLink'; entry: Entry }
  | { kind: 'showEntry'; entry: Entry }
  | { kind: 'chooseAccount'; accountId: string }
  | { kind: 'theme'; theme: Settings['theme'] }
  | { kind: 'language'; language: Language };

export interface Offer {
  id: string;
  section: 'go' | 'desk' | 'entry' | 'account' | 'appearance';
  label: string;
  /** What tells it from its likes: an entry's account. */
  aside: string | null;
  /** What else it is found by. */
  words: string;
  /** Keys that do the same without the palette. */
  shortcut: string | null;
  deed: Deed;
}

export interface OfferFacts {
  screen: Screen;
  account: Account | undefined;
  accounts: readonly Account[];
  /** Of every account. */
  entries: readonly Entry[];
  /** The entry on the desk. */
  entry: Entry | undefined;
  /** Phones can come back, so a link is worth copying. */
  listening: boolean;
  settings: Settings | undefined;
  theme: ThemeName;
  language: Language;
}

export function offersOf(facts: OfferFacts, t: Text): Offer[] {
  return [...screens(facts, t), ...deskOffers(facts, t), ...others(facts, t), ...looks(facts, t)];
}

function screens({ screen: current }: OfferFacts, t: Text): Offer[] {
  return SCREENS.map((screen, index) => ({
    id: `go-${screen}`,
    section: 'go' as const,
    label: t(`screens.${screen}`),
    aside: null,
    words: t(`palette.words.${screen}`),
    shortcut: `Alt+${index + 1}`,
    deed: { kind: 'go' as const, screen },
  })).filter(({ deed }) => deed.screen !== current);
}

function deskOffers({ entry, listening }: OfferFacts, t: Text): Offer[] {
  if (!entry || !listening) return [];
  return [
    {
      id: 'copy-link',
      section: 'desk',
      label: t('palette.copyLink', { name: entry.name }),
      aside: null,
      words: t('palette.words.copyLink'),
      shortcut: null,
      deed: { kind: 'copyLink', entry },
    },
  ];
}

function others({ account, accounts, entries, entry, screen }: OfferFacts, t: Text): Offer[] {
  const nameOf = (id: string) => accounts.find((candidate) => candidate.id === id)?.name ?? null;
  const own = entries.filter(({ accountId }) => accountId === account?.id);
  const foreign = entries.filter(({ accountId }) => accountId !== account?.id && nameOf(accountId) !== null);
  return [
    ...[...own, ...foreign]
      .filter(({ id }) => id !== entry?.id || screen !== 'desk')
      .map(
        (candidate): Offer => ({
          id: `entry-${candidate.id}`,
          section: 'entry',
          label: t('palette.entry', { name: candidate.name }),
          aside: accounts.length > 1 ? nameOf(candidate.accountId) : null,
          words: `${t('palette.words.entry')} ${candidate.param}`,
          shortcut: null,
          deed: { kind: 'showEntry', entry: candidate },
        }),
      ),
    ...accounts
      .filter(({ id }) => id !== account?.id)
      .map(
        ({ id, name, appId }): Offer => ({
          id: `account-${id}`,
          section: 'account',
          label: t('palette.account', { name }),
          aside: null,
          words: `${t('palette.words.account')} ${appId}`,
          shortcut: null,
          deed: { kind: 'chooseAccount', accountId: id },
        }),
      ),
    {
      id: 'add-account',
      section: 'account',
      label: t('palette.addAccount'),
      aside: null,
      words: t('palette.words.addAccount'),
      shortcut: null,
      deed: { kind: 'addAccount' },
    },
  ];
}

function looks({ settings, theme, language }: OfferFacts, t: Text): Offer[] {
  const look = (id: string, label: string, words: string, deed: Deed): Offer => ({
    id,
    section: 'appearance',
    label,
    aside: null,
    words,
    shortcut: null,
    deed,
  });
  const themeWords = t('palette.words.theme');
  const opposite = theme === 'dark' ? 'light' : 'dark';
  const other: Language = language === 'en' ? 'zh-CN' : 'en';
  return [
    look('theme', t(`palette.${opposite}`), themeWords, { kind: 'theme', theme: opposite }),
    ...(settings && settings.theme !== 'system'
      ? [look('theme-system', t('palette.system'), themeWords, { kind: 'theme', theme: 'system' })]
      : []),
    look(
      'language',
      t('palette.language', { language: t(`settings:appearance.languages.${other}`) }),
      t('palette.words.language'),
      { kind: 'language', language: other },
    ),
  ];
}
