/** How long records stay. Shortening it deletes at once, so it asks first, with how much that is. */
import { Button, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useText } from '../text/text.ts';
import { KeepQuestion } from './KeepQuestion.tsx';
import { isDays, shortens } from './keep-days.ts';
import { useChangeSettings } from './use-change-settings.ts';

const FIRST_OFFER = 90;

/** `kept` days, or everything when it is null. */
export function KeepDays({ kept }: { kept: number | null }) {
  const t = useText();
  const change = useChangeSettings();
  const [limited, setLimited] = useState(kept !== null);
  const [days, setDays] = useState<number | null>(kept ?? FIRST_OFFER);
  const [asked, setAsked] = useState<number | null>(null);
  const wanted = limited ? days : null;
  const valid = !limited || isDays(days);

  function save(): void {
    if (!valid) return;
    if (wanted !== null && shortens(kept, wanted)) setAsked(wanted);
    else change.mutate({ keepDays: wanted });
  }

  return (
    <>
      <div className="privacy-keep">
        <Radio.Group
          aria-label={t('settings:privacy.keep')}
          value={limited}
          onChange={(event) => setLimited(event.target.value)}
          options={[
            { value: false, label: t('settings:privacy.keepOff') },
            { value: true, label: t('settings:privacy.keepOn') },
          ]}
        />
        <InputNumber
          aria-label={t('settings:privacy.daysLabel')}
          aria-invalid={!valid}
          className="privacy-days"
          min={1}
          max={3650}
          precision={0}
          disabled={!limited}
          status={valid ? undefined : 'error'}
          suffix={t('settings:privacy.days')}
          value={days}
          onChange={setDays}
          onPressEnter={save}
        />
        <Button disabled={wanted === kept || !valid} loading={change.isPending} onClick={save}>
          {t('settings:privacy.keepSave')}
        </Button>
      </div>
      <p className="settings-note" role="status">
        {kept !== null && t('settings:privacy.keepNow', { count: kept })}
      </p>
      {!valid && (
        <p className="settings-trouble" role="alert">
          {t('settings:privacy.daysProblem')}
        </p>
      )}
      {change.error && <FailureCallout error={change.error} />}
      {asked !== null && (
        <KeepQuestion
          days={asked}
          saving={change.isPending}
          error={change.error}
          onConfirm={() => change.mutate({ keepDays: asked }, { onSuccess: () => setAsked(null) })}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
