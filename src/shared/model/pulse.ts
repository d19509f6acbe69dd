/** How WeChat answers for one account at this moment, and who waits for it. */
import { z } from 'zod';

export const Pulse = z.object({
  /** Visits without a verdict that are asked about again by themselves. */
  waiting: z.number(),
  /** Phones that were shown the waiting page within the last minute: more came at once than could be served. */
  askedToWait: z.number(),
  /** When WeChat last answered, whatever it said; null before the first answer of this session. */
  answeredAt: z.iso.datetime().nullable(),
  /** When it was last asked, answered or not; it is asked only for somebody who scans or asks. */
  askedAt: z.iso.datetime().nullable(),
  /** How long its answers take, the median of the latest dozen; null before the first. */
  latencyMs: z.number().nullable(),
  /** When the first call was made that got no answer, and none since has; null while WeChat answers. */
  silentSince: z.iso.datetime().nullable(),
});
export type Pulse = z.infer<typeof Pulse>;
