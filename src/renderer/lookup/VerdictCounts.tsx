/** How many got which verdict: shape, colour and number, the word for who listens. */
import type { Lookup } from '#shared/model/lookup.ts';
import type { Verdict } from '#shared/model/verdict.ts';
import { VerdictIcon } from '../components/VerdictIcon.tsx';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';

export const VERDICTS: readonly Verdict[] = ['followed', 'not_followed', 'unknown'];

export function countOf(lookup: Lookup, verdict: Verdict): number {
  return { followed: lookup.followed, not_followed: lookup.notFollowed, unknown: lookup.unknown }[verdict];
}

export function VerdictCounts({ lookup }: { lookup: Lookup }) {
  const t = useText();
  return (
    <span className="verdict-counts">
      {VERDICTS.map((verdict) => {
        const count = countOf(lookup, verdict);
        return (
          <span
            key={verdict}
            data-verdict={verdict}
            data-none={count === 0 || undefined}
            title={t(`verdicts.${verdict}`)}
          >
            <VerdictIcon verdict={verdict} size={14} />
            <span className="visually-hidden">{t(`verdicts.${verdict}`)}</span>
            {grouped(count)}
          </span>
        );
      })}
    </span>
  );
}
