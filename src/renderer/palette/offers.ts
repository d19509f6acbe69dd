/** What the palette offers, in order: pure, so that what is offered when is a table of facts and not of clicks. */
import type { Account } from '#shared/model/account.ts';
import type { Entry } from '#shared/model/entry.ts';
import type { Language, Settings } from '#shared/model/host.ts';
import type { LockState } from '#shared/model/lock.ts';
import { SCREENS, type Screen } from '../routing.ts';
import type { Text } from '../text/text.ts';
import type { ThemeName } from '../theme/palette.ts';

/** What choosing an offer does. */
export type Deed =
  | { kind: 'go'; screen: Screen }
  | { kind: 'addAccount' }
  /** A place on the desk: every gate at once, many new entries, codes on paper. */
  | { kind: DeskPlace }
  | { kind: 'copyLink'; entry: Entry }
  | { kind: 'showEntry'; entry: Entry }
  | { kind: 'chooseAccount'; accountId: string }
  | { kind: 'theme'; theme: Settings['theme'] }
  | { kind: 'language'; language: Language }
  | { kind: 'lock' | 'unlock' | 'kiosk' };

const DESK_PLACES = ['gates', 'bulk', 'posters'] as const;
export type DeskPlace = (typeof DESK_PLACES)[number];

export interface Offer {
  id: string;
  section: 'go' | 'desk' | 'entry' | 'account' | 'appearance' | 'lock';
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
  /** Undefined until the host has said. */
  lock: Pick<LockState, 'hasPin' | 'isLocked'> | undefined;
  theme: ThemeName;
  language: Language;
}

export function offersOf(facts: OfferFacts, t: Text): Offer[] {
  return [
    ...screens(facts, t),
    ...deskOffers(facts, t),
    ...others(facts, t),
    ...locks(facts, t),
    ...looks(facts, t),
  ];
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

function deskOffers(facts: OfferFacts, t: Text): Offer[] {
  const { account, entries, entry, listening } = facts;
  const own = entries.filter(({ accountId }) => accountId === account?.id).length;
  const isOffered: Record<DeskPlace, boolean> = {
    gates: own > 1,
    bulk: account !== undefined,
    posters: own > 0,
  };
  const places = DESK_PLACES.filter((kind) => isOffered[kind]).map(
    (kind): Offer => ({
      id: kind,
      section: 'desk',
      label: t(`palette.${kind}`),
      aside: null,
      words: t(`palette.words.${kind}`),
      shortcut: null,
      deed: { kind },
    }),
  );
  if (!entry || !listening) return places;
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
    ...places,
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

function locks({ lock }: OfferFacts, t: Text): Offer[] {
  if (!lock?.hasPin) return [];
  const kind = lock.isLocked ? 'unlock' : 'lock';
  const shortcut = lock.isLocked ? null : 'Alt+L';
  const offer = (deed: 'lock' | 'unlock' | 'kiosk', words: string, key: string | null): Offer => ({
    id: deed,
    section: 'lock',
    label: t(`palette.${deed}`),
    aside: null,
    words,
    shortcut: key,
    deed: { kind: deed },
  });
  return [offer(kind, t('palette.words.lock'), shortcut), offer('kiosk', t('palette.words.kiosk'), null)];
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
