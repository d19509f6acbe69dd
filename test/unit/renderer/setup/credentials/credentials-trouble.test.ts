/** Wrong id, wrong secret, frozen secret, closed door and dead line: each told apart. */
import { describe, expect, it } from 'vitest';
import { credentialsTrouble, tellingFinding } from '#renderer/setup/credentials/credentials-trouble.ts';
import { finding } from '../account.ts';

describe('credentialsTrouble', () => {
  it.each([
    ['wrong_app_id', 'app_id'],
    ['wrong_secret', 'secret'],
    ['secret_missing', 'secret'],
    ['secret_unreadable', 'secret'],
    ['secret_corrupt', 'secret'],
    ['secret_frozen', 'frozen'],
    ['platform_error', 'other'],
    [null, 'other'],
  ] as const)('cause %s is %s', (cause, trouble) => {
    expect(credentialsTrouble({ credentials: finding('credentials', 'failed', { cause }) })).toBe(trouble);
  });

  it('is unproven while WeChat turns the address away, unless it said more', () => {
    const whitelist = finding('whitelist', 'failed', { cause: 'ip_not_listed' });
    const credentials = finding('credentials', 'skipped', { cause: 'after_whitelist' });
    expect(credentialsTrouble({ whitelist, credentials })).toBe('unproven');
    const wrong = finding('credentials', 'failed', { cause: 'wrong_secret' });
    expect(credentialsTrouble({ whitelist, credentials: wrong })).toBe('secret');
  });

  it('is a dead line when WeChat could not be asked', () => {
    const credentials = finding('credentials', 'skipped', { cause: 'after_api_reachable' });
    const dead = finding('api_reachable', 'failed', { cause: 'offline' });
    expect(credentialsTrouble({ credentials, api_reachable: dead })).toBe('unreachable');
    expect(tellingFinding({ credentials, api_reachable: dead })).toBe(dead);
  });

  it('is no fault of theirs when WeChat is too busy to look', () => {
    const credentials = finding('credentials', 'skipped', { cause: 'after_token' });
    const busy = finding('token', 'failed', { cause: 'platform_busy' });
    const api_reachable = finding('api_reachable', 'ok');
    expect(credentialsTrouble({ credentials, api_reachable, token: busy })).toBe('unreachable');
    expect(tellingFinding({ credentials, api_reachable, token: busy })).toBe(busy);
  });

  it('is none when they are accepted or unknown', () => {
    expect(credentialsTrouble({})).toBeNull();
    expect(credentialsTrouble({ credentials: finding('credentials', 'ok') })).toBeNull();
  });
});
