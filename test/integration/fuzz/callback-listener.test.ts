/**
 * A short spell of `test/fuzz/callback.ts` with every run of the tests: the same requests each time, and others. The
 * long spell is run by hand: `node test/fuzz/callback.ts --requests 3000000`.
 */
import { expect, test } from 'vitest';
import { runCampaign } from '../../fuzz/campaign.ts';

test.each([
  ['the same each time', 1, 3],
  ['others', Math.floor(Math.random() * 2 ** 31), 4],
])(
  'made-up requests, %s (seed %i, %i seconds): no crash, no 5xx, and visitors get their verdicts',
  {
    timeout: 90_000,
  },
  async (_which, seed, seconds) => {
    const { tally, failure } = await runCampaign({
      seed,
      seconds,
      from: 0,
      requests: Number.POSITIVE_INFINITY,
    });
    const again = `again: node test/fuzz/callback.ts --seed ${seed} --from ${Math.min(...(failure?.conversations ?? [0]))}`;
    expect(failure, again).toBeNull();
    expect(tally.requests).toBeGreaterThan(100);
    expect(tally.visits).toBeGreaterThan(2);
    expect(tally.statuses).toHaveProperty('200');
    expect(tally.statuses).toHaveProperty('303');
  },
);
