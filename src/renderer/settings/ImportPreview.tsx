/** What an exported file holds and what taking it in would do, account by account. */
import { Button, Tag } from 'antd';
import type { ImportReport } from '#shared/model/safekeeping.ts';
import { dayTime } from '../text/format.ts';
import { useText } from '../text/text.ts';

interface ImportPreviewProps {
  report: ImportReport;
  busy: boolean;
  onApply: () => void;
  onCancel: () => void;
}

export function ImportPreview({ report, busy, onApply, onCancel }: ImportPreviewProps) {
  const t = useText();
  const { exportedAt, version, accounts, entries } = report;
  return (
    <div className="import-preview" role="status">
      <p className="settings-note">
        {t('settings:safekeeping.import.made', { time: dayTime(exportedAt), version })}
      </p>
      {accounts.length === 0 && <p>{t('settings:safekeeping.import.none')}</p>}
      <ul>
        {accounts.map(({ name, appId, action, hasSecret }) => (
          <li key={`${appId}.${name}`}>
            <strong>{name}</strong> <code>{appId}</code>{' '}
            <Tag variant="filled" color={action === 'replaced' ? 'warning' : undefined}>
              {t(`settings:safekeeping.import.actions.${action}`)}
            </Tag>
            {!hasSecret && (
              <span className="settings-note">{t('settings:safekeeping.import.withoutSecret')}</span>
            )}
          </li>
        ))}
      </ul>
      <p>{t('settings:safekeeping.import.entries', entries)}</p>
      <p>{t('settings:safekeeping.import.settings')}</p>
      <div className="settings-inline">
        <Button type="primary" loading={busy} onClick={onApply}>
          {t('settings:safekeeping.import.apply')}
        </Button>
        <Button disabled={busy} onClick={onCancel}>
          {t('settings:safekeeping.import.cancel')}
        </Button>
      </div>
    </div>
  );
}
