/** How another system asks for a token here: the address, the request as a command, and where the answer holds what. */

/** Where the answer holds the token and its expiry, as another FollowDesk is told. */
export const REPLY_POINTERS = { token: '/access_token', expiry: '/expires_in' } as const;

/** `origin` is the console's own, without a trailing slash. */
export function tokenAddress(origin: string, accountId: string): string {
  return `${origin}/api/accounts/${encodeURIComponent(accountId)}/token?reveal`;
}

/** For a POSIX shell. */
export function tokenCommand(address: string, key: string): string {
  return `curl -H 'Authorization: Bearer ${key}' \\\n  '${address}'`;
}
