/**
 * Who is signed in to the console. The rule: only the console token opens anything; a one-time link is the
 * token's stand-in for one click, a cookie its stand-in for one browser, and neither contains it.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '#core/environment.ts';

const linkLifetimeMs = 10 * 60_000;

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** 32 random bytes as base64url: what FOLLOWDESK_CONSOLE_TOKEN replaces. */
export const newConsoleToken = secret;

export type Sessions = ReturnType<typeof createSessions>;

export function createSessions({ token, clock }: { token: string; clock: Clock }) {
  const tokenDigest = digest(token);
  const links = new Map<string, number>();
  const sessions = new Set<string>();

  function open(): string {
    const id = secret();
    sessions.add(id);
    return id;
  }

  /** Digests are compared: equal lengths, and no hint of how much of the token was right. */
  function isToken(candidate: string): boolean {
    return timingSafeEqual(digest(candidate), tokenDigest);
  }

  return {
    isToken,
    isSession: (id: string) => sessions.has(id),
    /** The secret of a link that opens one session within ten minutes. */
    newLink(): string {
      const now = clock.now();
      for (const [link, expiresAt] of links) if (expiresAt <= now) links.delete(link);
      const link = secret();
      links.set(link, now + linkLifetimeMs);
      return link;
    },
    /** A new session's id, or null when the link is unknown, used or old. */
    redeem(link: string): string | null {
      const expiresAt = links.get(link);
      links.delete(link);
      return expiresAt !== undefined && expiresAt > clock.now() ? open() : null;
    },
    /** A new session's id, or null when this is not the console token. */
    signIn: (candidate: string): string | null => (isToken(candidate) ? open() : null),
  };
}
