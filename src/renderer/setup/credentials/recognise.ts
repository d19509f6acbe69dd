/** Finds an AppID and an AppSecret in whatever was copied from WeChat's console or a colleague's message. */

export interface Recognised {
  appId: string | null;
  appSecret: string | null;
}

/** Not part of a longer word: a token or an openid may contain something alike. */
const APP_ID = /(?<![0-9a-z])wx[0-9a-f]{16}(?![0-9a-z])/i;
const APP_SECRET = /(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/i;

/**
 * What a pasted text says, or null when pasting it as it is serves as well: one bare value goes where the
 * cursor is.
 */
export function recognise(pasted: string): Recognised | null {
  const appId = APP_ID.exec(pasted)?.[0] ?? null;
  const appSecret = APP_SECRET.exec(pasted)?.[0] ?? null;
  if (appId === null && appSecret === null) return null;
  const text = pasted.trim();
  return text === appId || text === appSecret ? null : { appId, appSecret };
}
