/** The table at the head of vault-policy.ts, row by row. */
import { expect, test } from 'vitest';
import { keepingOf } from '#core/vault-policy.ts';

test.each([
  ['ok', 'undecided', 'sealed'],
  ['ok', 'weak', 'sealed'],
  ['ok', 'memory', 'sealed'],
  ['weak', 'undecided', 'undecided'],
  ['weak', 'weak', 'sealed'],
  ['weak', 'memory', 'memory'],
  ['unavailable', 'undecided', 'undecided'],
  ['unavailable', 'weak', 'undecided'],
  ['unavailable', 'memory', 'memory'],
] as const)('a vault that is %s with the decision %s: %s', (vault, decision, keeping) => {
  expect(keepingOf(vault, decision)).toBe(keeping);
});
