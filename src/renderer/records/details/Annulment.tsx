/** Taking a scan out of every number, with a reason, and putting it back. */
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import type { Scan } from '#shared/model/scan.ts';
import { Callout } from '../../components/Callout.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useConsole } from '../../host/console.tsx';
import { dayTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';

const PRESETS = ['test', 'staff', 'mistake'] as const;
type Choice = (typeof PRESETS)[number] | 'own';

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
    const { at, reason } = scan.annulled;
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
  if (asking) {
    return (
      <AnnulForm
        scan={scan}
        onClose={() => setAsking(false)}
        onAnnulled={(changed) => {
          setAsking(false);
          onChanged(changed);
        }}
      />
    );
  }
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{t('records:annul.button')}</Button>
    </div>
  );
}

interface AnnulFormProps {
  scan: Scan;
  onClose: () => void;
  onAnnulled: (scan: Scan) => void;
}

function AnnulForm({ scan, onClose, onAnnulled }: AnnulFormProps) {
  const t = useText();
  const id = useId();
  const { query } = useConsole();
  const [choice, setChoice] = useState<Choice>('test');
  const [own, setOwn] = useState('');
  const [missing, setMissing] = useState(false);
  const annul = useMutation(query.scans.annul.mutationOptions({ onSuccess: onAnnulled }));
  function submit(): void {
    const reason = choice === 'own' ? own.trim() : t(`records:annul.presets.${choice}`);
    setMissing(reason === '');
    if (reason !== '') annul.mutate({ id: scan.id, reason });
  }
  return (
    <section className="details-part" aria-labelledby={id}>
      <h3 id={id}>{t('records:annul.title')}</h3>
      <p className="details-note">{t('records:annul.intro')}</p>
      <Radio.Group
        aria-label={t('records:annul.reason')}
        value={choice}
        onChange={(event) => setChoice(event.target.value)}
        options={[
          ...PRESETS.map((value) => ({ value, label: t(`records:annul.presets.${value}`) })),
          { value: 'own', label: t('records:annul.own') },
        ]}
      />
      {choice === 'own' && (
        <Input
          autoFocus
          maxLength={200}
          aria-label={t('records:annul.own')}
          aria-invalid={missing}
          placeholder={t('records:annul.ownPlaceholder')}
          status={missing ? 'error' : undefined}
          value={own}
          onChange={(event) => setOwn(event.target.value)}
          onPressEnter={submit}
        />
      )}
      {missing && (
        <p className="details-trouble" role="alert">
          {t('records:annul.required')}
        </p>
      )}
      {annul.error && <FailureCallout error={annul.error} />}
      <div className="details-actions">
        <Button type="primary" danger loading={annul.isPending} onClick={submit}>
          {t('records:annul.confirm')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </section>
  );
}
