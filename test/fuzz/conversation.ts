/** What one stranger does on one connection: a seed and a number say all of it, except what only a phone knows. */
import { anyRuin } from './broken.ts';
import { createRandom } from './random.ts';
import { anyRequest } from './requests.ts';

/**
 * `wait` = until everything is answered · `half-close` = says then that nothing more comes, and waits for the end ·
 * `cut` = is gone without having read anything · `reset` = the same, as from a phone that loses its network.
 */
type Ending = 'wait' | 'half-close' | 'cut' | 'reset';

export interface Conversation {
  /** Sent one after the other without waiting; all but a ruin at the end are whole. */
  requests: readonly string[];
  /** Whether the last one is no request at all. */
  endsInRuin: boolean;
  /** Lengths after which the bytes are sent in a new piece. */
  cuts: readonly number[];
  ending: Ending;
}

const MOST_REQUESTS = 40;

export function conversationOf(seed: number, index: number): Conversation {
  const random = createRandom(seed, index);
  // With nothing before it a ruin meets the listener at once.
  const isRuinAlone = random.chance(0.2);
  const whole = isRuinAlone ? 0 : 1 + random.below(MOST_REQUESTS);
  const requests = Array.from({ length: whole }, () => anyRequest(random));
  const endsInRuin = isRuinAlone || random.chance(0.5);
  if (endsInRuin) requests.push(anyRuin(random));
  const cuts = random.chance(0.3) ? random.several(6, () => 1 + random.below(700)) : [];
  if (random.chance(isRuinAlone ? 0.3 : 0.05)) {
    return { requests, endsInRuin, cuts, ending: random.pick(['cut', 'reset']) };
  }
  return { requests, endsInRuin, cuts, ending: endsInRuin || random.chance(0.1) ? 'half-close' : 'wait' };
}
