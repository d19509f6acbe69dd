/** Tokens, links and sessions: each opens exactly what it is for, and for no longer. */
import { expect, test } from 'vitest';
import { createSessions, newConsoleToken } from '#server/console/session.ts';
import { manualClock } from '../../../support/manual-clock.ts';

function signInDesk(clock = manualClock()) {
  return { clock, sessions: createSessions({ token: 'the-token', clock }) };
}

test('only the token is the token', () => {
  const { sessions } = signInDesk();
  expect(sessions.isToken('the-token')).toBe(true);
  for (const wrong of ['', 'the-toke', 'the-token ', 'THE-TOKEN', 'x'.repeat(10_000)])
    expect(sessions.isToken(wrong)).toBe(false);
});

test('the token opens a session whose id says nothing about it', () => {
  const { sessions } = signInDesk();
  const session = sessions.signIn('the-token');
  expect(session).toMatch(/^[\w-]{43}$/);
  expect(sessions.isSession(session ?? '')).toBe(true);
  expect(sessions.signIn('another')).toBeNull();
  expect(sessions.isSession('')).toBe(false);
});

test('a link opens one session', () => {
  const { sessions } = signInDesk();
  const link = sessions.newLink();
  expect(sessions.isSession(sessions.redeem(link) ?? '')).toBe(true);
  expect(sessions.redeem(link)).toBeNull();
  expect(sessions.redeem('made-up')).toBeNull();
});

test('a link is neither a token nor a session', () => {
  const { sessions } = signInDesk();
  const link = sessions.newLink();
  expect(sessions.isToken(link)).toBe(false);
  expect(sessions.isSession(link)).toBe(false);
});

test('a link lives for ten minutes', () => {
  const { clock, sessions } = signInDesk();
  const [young, old] = [sessions.newLink(), sessions.newLink()];
  clock.advance(10 * 60_000 - 1);
  expect(sessions.redeem(young)).not.toBeNull();
  clock.advance(1);
  expect(sessions.redeem(old)).toBeNull();
});

test('tokens are long and never the same', () => {
  const tokens = new Set(Array.from({ length: 100 }, newConsoleToken));
  expect(tokens.size).toBe(100);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
});
