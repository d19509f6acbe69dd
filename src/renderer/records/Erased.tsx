/** What forgetting one person removed. */
import type { Erasure } from '#shared/model/person.ts';
import { Callout } from '../components/Callout.tsx';
import { useText } from '../text/text.ts';

export function Erased({ erasure, onDismiss }: { erasure: Erasure; onDismiss: () => void }) {
  const t = useText();
  const { scans, lookups, followers, notes } = erasure;
  if (scans + lookups + followers + notes === 0)
    return <Callout tone="info" title={t('records:nothingErased')} onDismiss={onDismiss} />;
  return (
    <Callout tone="success" title={t('lookup:erase.done')} onDismiss={onDismiss}>
      <p>{t('lookup:erase.report', { ...erasure })}</p>
    </Callout>
  );
}
