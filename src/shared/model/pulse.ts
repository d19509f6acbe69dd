/** How WeChat answers for one account at this moment, and who waits for it. */
import { z } from 'zod';

export const Pulse = z.object({
  /** Visits without a verdict that are asked about again by themselves. */
  waiting: z.number(),
  /** When WeChat last answered, whatever it said; null before the first answer of this session. */
  answeredAt: z.iso.datetime().nullable(),
  /** How long its answers take, over the latest dozen or so; null before the first. */
  latencyMs: z.number().nullable(),
  /** Since when no call has been answered; null while they are. */
  silentSince: z.iso.datetime().nullable(),
});
export type Pulse = z.infer<typeof Pulse>;
