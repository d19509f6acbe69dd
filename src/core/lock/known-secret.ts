/**
 * Whether somebody knows an AppSecret that is kept here: the proof of ownership where a PIN was forgotten. It is
 * compared and goes nowhere else.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Accounts } from '../accounts/accounts.ts';

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Takes as long whichever it is, and however much of it was right. */
export function knowsSecret(secrets: readonly string[], typed: string): boolean {
  const candidate = digest(typed);
  return secrets.reduce((known, secret) => timingSafeEqual(digest(secret), candidate) || known, false);
}

/** Of every account whose secret opens here, but not the sandbox's, which everybody knows. */
export function secretsOf({ list, credentials }: Pick<Accounts, 'list' | 'credentials'>): string[] {
  return list()
    .filter(({ sandbox, secretState }) => !sandbox && secretState === 'ok')
    .map(({ id }) => credentials(id).appSecret);
}
