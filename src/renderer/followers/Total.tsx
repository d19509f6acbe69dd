/** How many the filter shows; "at least" where counting them all would keep phones waiting. */
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import type { Directory } from './use-directory.ts';

export function Total({ shown }: { shown: NonNullable<Directory['shown']> }) {
  const t = useText();
  const { total, totalIsExact, isWhole, count } = shown;
  // Whoever has read to the end knows better than who counted.
  const amount = grouped(isWhole ? count : Math.max(total, count));
  return (
    <span className="follower-total" role="status" data-testid="total">
      {t(isWhole || totalIsExact ? 'followers:total' : 'followers:atLeast', { amount })}
    </span>
  );
}
