import { describe, expect, it } from 'vitest';
import { chooseLanguage, createSpokenLanguage } from '#main/language.ts';

describe('the language of menus and boxes', () => {
  it.each([
    ['auto', ['zh-Hans-CN', 'en-US'], 'zh-CN'],
    ['auto', ['fr-FR', 'en-GB', 'zh-CN'], 'en'],
    ['auto', ['zhx', 'fr-FR'], 'zh-CN'],
    ['auto', [], 'zh-CN'],
    ['en', ['zh-CN'], 'en'],
    ['zh-CN', ['en-US'], 'zh-CN'],
  ] as const)('%s with %j is %s', (setting, languages, expected) => {
    expect(chooseLanguage(setting, languages)).toBe(expected);
  });

  it('is the system’s until the settings are known, and theirs from then on', () => {
    const system = ['en-GB'];
    const spoken = createSpokenLanguage(() => system);
    expect(spoken.now()).toBe('en');
    spoken.set('zh-CN');
    expect(spoken.now()).toBe('zh-CN');
    spoken.set('auto');
    system[0] = 'zh-Hans-CN';
    expect(spoken.now()).toBe('zh-CN');
  });
});
