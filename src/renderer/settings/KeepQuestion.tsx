/** The question before old records are deleted: how many scans and look-ups go at once, and that they are gone. */
import { useQuery } from '@tanstack/react-query';
import { Modal, Spin } from 'antd';
import { useState } from 'react';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { dayTime, grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { horizonOf } from './keep-days.ts';

interface KeepQuestionProps {
  days: number;
  saving: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

export function KeepQuestion({ days, saving, error, onConfirm, onClose }: KeepQuestionProps) {
  const t = useText();
  const [before] = useState(() => horizonOf(days, new Date()).toISOString());
  const old = useOlderThan(before);
  const nothing = old.data !== undefined && old.data.scans + old.data.lookups === 0;
  return (
    <Modal
      open
      title={t('settings:privacy.question.title', { count: days })}
      okText={t(`settings:privacy.question.${nothing ? 'confirmNone' : 'confirm'}`)}
      okButtonProps={{ danger: !nothing, loading: saving, disabled: old.isPending }}
      cancelText={t('cancel')}
      onOk={onConfirm}
      onCancel={onClose}
    >
      {old.isPending && <Spin description={t('settings:privacy.question.counting')} />}
      {nothing && <p>{t('settings:privacy.question.none')}</p>}
      {!old.isPending && !nothing && (
        <div className="privacy-question">
          <p>{t('settings:privacy.question.at', { time: dayTime(before).slice(0, 16) })}</p>
          {old.data ? (
            <ul>
              {old.data.scans > 0 && (
                <li>{t('settings:privacy.question.scans', { scans: grouped(old.data.scans) })}</li>
              )}
              {old.data.lookups > 0 && (
                <li>{t('settings:privacy.question.lookups', { lookups: grouped(old.data.lookups) })}</li>
              )}
            </ul>
          ) : (
            <p>{t('settings:privacy.question.unknown')}</p>
          )}
          <p>
            <strong>{t('settings:privacy.question.forever')}</strong>
          </p>
        </div>
      )}
      {error !== null && error !== undefined && <FailureCallout error={error} />}
    </Modal>
  );
}

/** Of every account: the limit knows none. */
function useOlderThan(before: string) {
  const { client } = useConsole();
  return useQuery({
    queryKey: ['older-than', before],
    async queryFn({ signal }) {
      const [summary, lookups] = await Promise.all([
        client.scans.summary({ to: before }, { signal }),
        client.lookups.list({}, { signal }),
      ]);
      return {
        scans: summary.scanned + summary.annulled,
        lookups: lookups.items.filter(({ startedAt }) => Date.parse(startedAt) < Date.parse(before)).length,
      };
    },
  });
}
