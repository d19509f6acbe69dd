/** How `followdesk` ends; `--help` tells scripts. */
export const exitCodes = {
  ok: 0,
  /** Done, and the answer is not good: an account is unwell, a look-up or a file is not complete. */
  unwell: 1,
  /** The command line cannot be meant. */
  usage: 2,
  /** No FollowDesk answers at that address. */
  unreachable: 3,
  /** It answers, but not us: no token, or a wrong one. */
  refused: 4,
  /** It answered with an error of the contract. */
  failed: 5,
  /** A fault of ours. */
  unexpected: 70,
  interrupted: 130,
} as const;
