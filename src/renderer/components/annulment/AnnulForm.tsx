/** Asks why a scan is annulled: a common reason, or one in own words. What is done with it is the caller's. */
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useText } from '../../text/text.ts';
import { FailureCallout } from '../FailureCallout.tsx';
import { ANNUL_REASONS, type AnnulReason } from './reasons.ts';
import './annulment.css';

type Choice = AnnulReason | 'own';

interface AnnulFormProps {
  chosenFirst: Choice;
  isPending: boolean;
  error: Error | null;
  onAnnul: (reason: string) => void;
  onClose: () => void;
}

export function AnnulForm({ chosenFirst, isPending, error, onAnnul, onClose }: AnnulFormProps) {
  const t = useText();
  const [choice, setChoice] = useState(chosenFirst);
  const [own, setOwn] = useState('');
  const [missing, setMissing] = useState(false);
  function submit(): void {
    const reason = choice === 'own' ? own.trim() : t(`records:annul.presets.${choice}`);
    setMissing(reason === '');
    if (reason !== '') onAnnul(reason);
  }
  return (
    <div className="annul-form">
      <p className="annul-note">{t('records:annul.intro')}</p>
      <Radio.Group
        aria-label={t('records:annul.reason')}
        value={choice}
        onChange={(event) => setChoice(event.target.value)}
        options={[
          ...ANNUL_REASONS.map((value) => ({ value, label: t(`records:annul.presets.${value}`) })),
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
        <p className="annul-trouble" role="alert">
          {t('records:annul.required')}
        </p>
      )}
      {error && <FailureCallout error={error} />}
      <div className="annul-actions">
        <Button type="primary" danger loading={isPending} onClick={submit}>
          {t('records:annul.confirm')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </div>
  );
}
