/**
 * How a call ended, as colour + shape + word. Five hundred of them are on screen at once, so they are drawn as
 * plain as can be and are handed their wording.
 */
import type { CallOutcome } from '#shared/model/call.ts';
import type { Text } from '../text/text.ts';

const SHAPES = {
  ok: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.8 8.3 2.3 2.3 4.2-4.7" className="outcome-mark" />
    </>
  ),
  refused: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" fill="currentColor" />
      <path d="m5.5 5.5 5 5m0-5-5 5" className="outcome-mark" />
    </>
  ),
  unreachable: (
    <>
      <path d="M8 1.3 15.4 14.5H.6Z" fill="currentColor" />
      <path d="M8 6.2v4M8 12.3v.2" className="outcome-mark" />
    </>
  ),
} satisfies Record<CallOutcome, unknown>;

export function Outcome({ outcome, t }: { outcome: CallOutcome; t: Text }) {
  return (
    <span className="outcome" data-outcome={outcome}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        {SHAPES[outcome]}
      </svg>
      {t(`doctor:calls.outcomes.${outcome}`)}
    </span>
  );
}
