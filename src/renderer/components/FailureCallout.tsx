/** A failed change, said beside what was tried; nothing that was typed goes away. */
import type { ReactNode } from 'react';
import { describeError } from '../text/describe-error.ts';
import { useText } from '../text/text.ts';
import { Callout } from './Callout.tsx';
import { Facts } from './Facts.tsx';

export function FailureCallout({ error, action }: { error: unknown; action?: ReactNode }) {
  const t = useText();
  const { title, remedy, facts } = describeError(t, error);
  return (
    <Callout tone="danger" title={title}>
      <p>{remedy}</p>
      <Facts facts={facts} />
      {action && <div className="callout-actions">{action}</div>}
    </Callout>
  );
}
