/** A typeface for tests: Chinese is as wide as high, everything else half of that. */
import type { Measure } from '#renderer/posters/fit-text.ts';

export const measure: Measure = (text) =>
  [...text].reduce((width, character) => width + (/[\u2e80-\uffef]/.test(character) ? 1 : 0.55), 0);
