/** A verdict as colour + shape + word. */
import type { Verdict } from '#shared/model/verdict.ts';
import { useText } from '../text/text.ts';
import { VerdictIcon } from './VerdictIcon.tsx';
import './verdict-tag.css';

/** `large` is for reading at arm's length, `small` for tables. */
export function VerdictTag({ verdict, size = 'large' }: { verdict: Verdict; size?: 'small' | 'large' }) {
  const t = useText();
  return (
    <span className="verdict-tag" data-verdict={verdict} data-size={size}>
      <VerdictIcon verdict={verdict} size={size === 'large' ? 20 : 14} />
      {t(`verdicts.${verdict}`)}
    </span>
  );
}
