/** What is asked about secrets, and when. */
import { expect, test } from 'vitest';
import { vaultChoices, vaultQuestion } from '#renderer/settings/vault-decision.ts';

function answer(code: string, data: unknown): Error {
  return Object.assign(new Error(code), { code, status: 409, data });
}

test('only what an undecided vault refused is a question', () => {
  expect(vaultQuestion(answer('VAULT_UNDECIDED', { state: 'weak', backend: 'basic_text' }))).toBe('weak');
  expect(vaultQuestion(answer('VAULT_UNDECIDED', { state: 'unavailable', backend: 'x' }))).toBe(
    'unavailable',
  );
  expect(vaultQuestion(answer('VAULT_UNDECIDED', null))).toBeNull();
  expect(vaultQuestion(answer('VAULT_UNAVAILABLE', { backend: 'x' }))).toBeNull();
  expect(vaultQuestion(new Error('offline'))).toBeNull();
});

test('weak encryption is offered only where there is any', () => {
  expect(vaultChoices('weak')).toEqual(['weak', 'memory']);
  expect(vaultChoices('unavailable')).toEqual(['memory']);
});
