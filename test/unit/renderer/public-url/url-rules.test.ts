import { expect, test } from 'vitest';
import { describeUrlRule, URL_RULES } from '#renderer/public-url/url-rules.ts';
import { publicUrlWarnings } from '#shared/model/public-url.ts';
import { isWorded, LANGUAGES, textOf } from '../words.ts';

test('the rules with wording are the rules there are', () => {
  const urls = ['nothing', 'http://A_b.example:8080/x', 'https://10.0.0.1', 'https://localhost'];
  expect(new Set(urls.flatMap(publicUrlWarnings))).toEqual(new Set(URL_RULES));
});

test.each(LANGUAGES)('each rule is explained in %s', (language) => {
  for (const rule of URL_RULES) {
    const { title, remedy } = describeUrlRule(textOf(language), rule);
    expect(isWorded(title) && isWorded(remedy), rule).toBe(true);
  }
});

test('a rule added later shows by its name', () => {
  expect(describeUrlRule(textOf('en'), 'too_long')).toEqual({ title: 'too_long', remedy: null });
});
