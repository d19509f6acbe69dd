/** The follower directory and its tags. */
import type { Wording } from '../wording.ts';
import type { followers as chinese } from '../zh-CN/followers.ts';

export const followers = { title: 'Followers' } as const satisfies Wording<typeof chinese>;
