/** The settings' parts have addresses that the rest of the console leads to. */
import { expect, test } from 'vitest';
import { isSection, SECTIONS } from '#renderer/settings/sections.ts';
import { dayTime } from '#renderer/text/format.ts';
import { isWorded, LANGUAGES, textOf } from '../words.ts';

test.each(LANGUAGES)('each part has a heading of its own in %s', (language) => {
  const t = textOf(language);
  const headings = SECTIONS.map((name) => t(`settings:${name}.title`));
  expect(headings.every(isWorded)).toBe(true);
  expect(new Set(headings).size).toBe(SECTIONS.length);
});

test('the notices lead to parts that exist', () => {
  expect(['secrets', 'privacy', 'safekeeping'].every(isSection)).toBe(true);
  expect(isSection('nowhere')).toBe(false);
  expect(isSection(undefined)).toBe(false);
});

test('a moment is written the operator’s own way round the clock', () => {
  expect(dayTime(new Date(2026, 4, 1, 9, 3, 7).toISOString())).toBe('2026-05-01 09:03:07');
});
