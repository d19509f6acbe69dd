import { describe, expect, it } from 'vitest';
import { hashOf, SCREENS, screenOf } from '#renderer/routing.ts';

describe('routing', () => {
  it.each(SCREENS)('finds %s by the hash it links to', (screen) => {
    expect(screenOf(hashOf(screen))).toBe(screen);
  });

  it.each(['', '#', '#/', '#/nowhere', '#main'])('shows the desk for %j', (hash) => {
    expect(screenOf(hash)).toBe('desk');
  });

  it('leaves what follows the name to the screen', () => {
    expect(screenOf('#/accounts/abc?edit=1')).toBe('accounts');
  });
});
