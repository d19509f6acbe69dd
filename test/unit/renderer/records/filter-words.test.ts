/** Paper says in words what it shows, and never whose it is. */
import { expect, it, test } from 'vitest';
import { filterWords, periodWords } from '#renderer/records/print/filter-words.ts';
import { NO_FILTER } from '#renderer/records/record-filter.ts';
import { isWorded, LANGUAGES, textOf } from '../words.ts';

const NOW = new Date(2026, 2, 10, 15, 4);
const t = textOf('en');

it('ends a day that is not over now', () => {
  expect(periodWords(t, { kind: 'today' }, NOW)).toBe('2026-03-10 00:00 to 2026-03-10 15:04');
  expect(periodWords(t, { kind: 'yesterday' }, NOW)).toBe('2026-03-09 00:00 to 2026-03-10 00:00');
});

it('says so when an end is open', () => {
  expect(periodWords(t, { kind: 'all' }, NOW)).toBe('all time');
  expect(periodWords(t, { kind: 'custom', from: '2026-03-01T09:00', to: '' }, NOW)).toContain('since');
  expect(periodWords(t, { kind: 'custom', from: '', to: '2026-03-01T09:00' }, NOW)).toContain('before');
});

test.each(LANGUAGES)('every filter has its words in %s, and an openid is masked', (language) => {
  const openid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
  const words = filterWords(textOf(language), {
    ...NO_FILTER,
    verdict: 'unknown',
    reason: 'quota',
    annulled: 'without',
    openid,
  }).split(' · ');
  expect(words).toHaveLength(4);
  expect(words.every(isWorded)).toBe(true);
  expect(words.join()).not.toContain(openid);
  expect(filterWords(textOf(language), NO_FILTER)).toBe('');
});
