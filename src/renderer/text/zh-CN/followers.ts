/** The follower directory and its tags. */
export const followers = { title: '粉丝' } as const;
