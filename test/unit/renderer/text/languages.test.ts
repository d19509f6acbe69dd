import { describe, expect, it } from 'vitest';
import { resources } from '#renderer/text/resources.ts';
import { createText, resolveLanguage, type Text } from '#renderer/text/text.ts';

/** Every leaf as `namespace.key` → wording. */
function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value as object, `${path}${key}.`),
  );
}

const placeholders = (wording: string) => [...wording.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).sort();
const chinese = leaves(resources['zh-CN']);
const english = new Map(leaves(resources.en));

describe('the two languages', () => {
  it('say the same things', () => {
    expect([...english.keys()].sort()).toEqual(chinese.map(([key]) => key).sort());
  });

  it('leave nothing empty', () => {
    expect([...chinese, ...english].filter(([, wording]) => wording.trim() === '')).toEqual([]);
  });

  it('name the same values in each sentence', () => {
    const differing = chinese.filter(
      ([key, wording]) => placeholders(wording).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('are not mixed up', () => {
    const chineseInEnglish = [...english].filter(
      ([key, wording]) => /\p{Script=Han}/u.test(wording) && !key.startsWith('settings.'),
    );
    expect(chineseInEnglish).toEqual([]);
  });

  it('fill values in without escaping them', () => {
    const t = createText('zh-CN').t as Text;
    expect(t('desk:firstEntry.create', { name: '<A & B>' })).toContain('<A & B>');
  });
});

describe('resolveLanguage', () => {
  it.each([
    ['en', ['zh-CN'], 'en'],
    ['zh-CN', ['en-GB'], 'zh-CN'],
    ['auto', ['zh-TW', 'en'], 'zh-CN'],
    ['auto', ['fr-FR', 'en-US', 'zh'], 'en'],
    ['auto', ['fr'], 'zh-CN'],
    ['auto', [], 'zh-CN'],
  ] as const)('%s with %j speaks %s', (setting, preferred, language) => {
    expect(resolveLanguage(setting, preferred)).toBe(language);
  });
});
