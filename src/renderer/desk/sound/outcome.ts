/**
 * What the desk sounds like after a batch of scans: one sound, that of the scan which most needs somebody. An
 * operator whose eyes are on the queue hears who may pass and who may not.
 */
import type { Scan } from '#shared/model/scan.ts';
import { AccountTrouble } from '#shared/model/verdict.ts';

/**
 * `followed` may pass · `repeat` follows, and was here before · `not_followed` must be asked to · `unknown` needs a
 * look · `trouble` nobody will get a verdict until somebody mends the account.
 */
export type Outcome = 'followed' | 'repeat' | 'not_followed' | 'unknown' | 'trouble';

/** What needs somebody most comes first. */
const ORDER: readonly Outcome[] = ['trouble', 'unknown', 'not_followed', 'repeat', 'followed'];

type Heard = Pick<Scan, 'verdict' | 'reason' | 'firstScannedAt' | 'annulled'>;

function outcomeOf({ verdict, reason, firstScannedAt }: Heard): Outcome {
  if (verdict === 'unknown') return AccountTrouble.safeParse(reason).success ? 'trouble' : 'unknown';
  if (verdict === 'not_followed') return 'not_followed';
  return firstScannedAt === null ? 'followed' : 'repeat';
}

/** Null when there is nothing to hear: what was annulled is the operator's own doing. */
export function loudest(scans: readonly Heard[]): Outcome | null {
  const heard = new Set(scans.filter(({ annulled }) => annulled === null).map(outcomeOf));
  return ORDER.find((outcome) => heard.has(outcome)) ?? null;
}
