/** Taking a scan out of every number, with a reason, and putting it back. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Scan } from '#shared/model/scan.ts';
import { AnnulForm } from '../../components/annulment/AnnulForm.tsx';
import { annulledWhy } from '../../components/annulment/annulled-why.ts';
import { Callout } from '../../components/Callout.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useConsole } from '../../host/console.tsx';
import { dayTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';

interface AnnulmentProps {
  scan: Scan;
  onChanged: (scan: Scan) => void;
}

export function Annulment({ scan, onChanged }: AnnulmentProps) {
  const t = useText();
  const { query } = useConsole();
  const [asking, setAsking] = useState(false);
  const reinstate = useMutation(query.scans.reinstate.mutationOptions({ onSuccess: onChanged }));
  if (scan.annulled) {
    const { at } = scan.annulled;
    const reason = annulledWhy(t, scan.annulled);
    return (
      <Callout tone="warning" title={t('records:annul.done', { time: dayTime(at), reason })}>
        <div className="callout-actions">
          <Button loading={reinstate.isPending} onClick={() => reinstate.mutate({ id: scan.id })}>
            {t('records:annul.reinstate')}
          </Button>
        </div>
        {reinstate.error && <FailureCallout error={reinstate.error} />}
      </Callout>
    );
  }
  if (asking) return <Asking scan={scan} onChanged={onChanged} onClose={() => setAsking(false)} />;
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{t('records:annul.button')}</Button>
    </div>
  );
}

function Asking({ scan, onChanged, onClose }: AnnulmentProps & { onClose: () => void }) {
  const t = useText();
  const id = useId();
  const { query } = useConsole();
  const annul = useMutation(
    query.scans.annul.mutationOptions({
      onSuccess(changed) {
        onClose();
        onChanged(changed);
      },
    }),
  );
  return (
    <section className="details-part" aria-labelledby={id}>
      <h3 id={id}>{t('records:annul.title')}</h3>
      <AnnulForm
        chosenFirst="mistake"
        isPending={annul.isPending}
        error={annul.error}
        onAnnul={(reason) => annul.mutate({ id: scan.id, reason })}
        onClose={onClose}
      />
    </section>
  );
}
