import { describe, expect, it } from 'vitest';
import { filterOffers } from '#renderer/palette/filter.ts';
import { type OfferFacts, offersOf } from '#renderer/palette/offers.ts';
import type { Account } from '#shared/model/account.ts';
import type { Entry } from '#shared/model/entry.ts';
import { Settings } from '#shared/model/host.ts';
import { isWorded, LANGUAGES, textOf } from '../words.ts';

const cafe = { id: 'cafe', name: '咖啡馆', appId: 'wx1111' } as Account;
const books = { id: 'books', name: '书店', appId: 'wx2222' } as Account;
const entryOf = (id: string, name: string, accountId: string, param = ''): Entry => ({
  id,
  accountId,
  name,
  scope: 'snsapi_base',
  param,
});
const door = entryOf('door', '大门', 'cafe');
const bar = entryOf('bar', '吧台 Bar', 'cafe', 'spring-sale');
const shelf = entryOf('shelf', '书架', 'books');

const facts: OfferFacts = {
  screen: 'desk',
  account: cafe,
  accounts: [cafe, books],
  entries: [shelf, door, bar, entryOf('orphan', '无主', 'removed')],
  entry: door,
  listening: true,
  settings: Settings.parse({}),
  lock: { hasPin: false, isLocked: false },
  theme: 'light',
  language: 'zh-CN',
};
const zh = textOf('zh-CN');
const idsOf = (changed: Partial<OfferFacts> = {}) =>
  offersOf({ ...facts, ...changed }, zh).map(({ id }) => id);

describe('what the palette offers', () => {
  it('is where to go, the code, other entries and accounts, and looks, in this order', () => {
    expect(idsOf()).toEqual([
      'go-lookup',
      'go-followers',
      'go-records',
      'go-accounts',
      'go-doctor',
      'go-settings',
      'copy-link',
      'gates',
      'bulk',
      'posters',
      'entry-bar',
      'entry-shelf',
      'account-books',
      'add-account',
      'theme',
      'language',
    ]);
  });

  it('is locking where there is a PIN, or unlocking', () => {
    expect(idsOf({ lock: { hasPin: true, isLocked: false } })).toEqual(
      expect.arrayContaining(['lock', 'kiosk']),
    );
    expect(idsOf({ lock: { hasPin: true, isLocked: true } })).toEqual(
      expect.arrayContaining(['unlock', 'kiosk']),
    );
    expect(idsOf({ lock: undefined })).not.toEqual(expect.arrayContaining(['kiosk']));
  });

  it('is nothing that is so already', () => {
    expect(idsOf({ screen: 'settings' })).toContain('go-desk');
    expect(idsOf({ screen: 'settings' })).not.toContain('go-settings');
    // From another screen the desk's own entry is somewhere to go.
    expect(idsOf({ screen: 'settings' })).toContain('entry-door');
  });

  it('is no link that leads nowhere', () => {
    expect(idsOf({ listening: false })).not.toContain('copy-link');
    expect(idsOf({ entry: undefined })).not.toContain('copy-link');
  });

  it('is useful before there is anything', () => {
    const nothing = { account: undefined, accounts: [], entries: [], entry: undefined, settings: undefined };
    expect(idsOf(nothing)).toEqual([
      'go-lookup',
      'go-followers',
      'go-records',
      'go-accounts',
      'go-doctor',
      'go-settings',
      'add-account',
      'theme',
      'language',
    ]);
  });

  it('is the other theme and the other language', () => {
    const deeds = (changed: Partial<OfferFacts>) =>
      offersOf({ ...facts, ...changed }, zh).map(({ deed }) => deed);
    expect(deeds({})).toContainEqual({ kind: 'theme', theme: 'dark' });
    expect(deeds({ theme: 'dark' })).toContainEqual({ kind: 'theme', theme: 'light' });
    expect(deeds({})).not.toContainEqual({ kind: 'theme', theme: 'system' });
    expect(deeds({ settings: Settings.parse({ theme: 'dark' }) })).toContainEqual({
      kind: 'theme',
      theme: 'system',
    });
    expect(deeds({})).toContainEqual({ kind: 'language', language: 'en' });
    expect(deeds({ language: 'en' })).toContainEqual({ kind: 'language', language: 'zh-CN' });
  });

  it('has distinct ids, which tests and the screen reader go by, and wording in both languages', () => {
    for (const language of LANGUAGES) {
      const offers = offersOf(facts, textOf(language));
      expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length);
      for (const { label, words } of offers)
        expect([label, isWorded(label), isWorded(words)]).toEqual([label, true, true]);
    }
  });
});

describe('typing finds', () => {
  function found(query: string, language = zh): string[] {
    const offers = offersOf(facts, language);
    return filterOffers(offers, query, (section) => language(`palette.sections.${section}`)).map(
      ({ id }) => id,
    );
  }

  it('everything, in its own order, before anything is typed', () => {
    expect(found('  ')).toEqual(idsOf());
  });

  it.each([
    ['吧台', 'entry-bar'],
    ['ＢＡＲ', 'entry-bar'],
    ['spring-sale', 'entry-bar'],
    ['书店', 'account-books'],
    ['书店 书架', 'entry-shelf'],
    ['wx2222', 'account-books'],
    ['dark', 'theme'],
    ['深色', 'theme'],
    ['english', 'language'],
    ['settings', 'go-settings'],
    ['复制', 'copy-link'],
    ['add account', 'add-account'],
  ])('%s first: %s', (query, id) => {
    expect(found(query)[0]).toBe(id);
  });

  it('only what has every word', () => {
    expect(found('书店 深色')).toEqual([]);
    expect(found('no such thing')).toEqual([]);
  });

  it('a label’s beginning before a word’s, a word’s before the middle, and what is beside the label last', () => {
    const offers = offersOf(facts, zh).slice(0, 4);
    const labels = ['beside it', 'a rebar', 'the bar', 'bar code'];
    const named = offers.map((offer, index) => ({
      ...offer,
      label: labels[index] ?? '',
      words: index === 0 ? 'bar' : '',
    }));
    expect(filterOffers(named, 'bar', () => '').map(({ label }) => label)).toEqual([...labels].reverse());
  });

  it('by English words in English', () => {
    expect(found('preferences', textOf('en'))).toEqual(['go-settings']);
  });
});
