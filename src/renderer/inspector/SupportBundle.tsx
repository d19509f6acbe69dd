/** The support bundle: what is inside is said, and can be read, before anything is copied or saved. */
import { DownloadOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Collapse, Modal } from 'antd';
import { useState } from 'react';
import type { Call } from '#shared/model/call.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { saveText } from '../components/save-file.ts';
import type { Examination } from '../doctor/checks/examination.ts';
import { examinationKey } from '../doctor/checks/use-doctor.ts';
import { useConsole } from '../host/console.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { fileTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { supportBundle } from './support-bundle.ts';

const WITHOUT = ['secrets', 'openids', 'home'] as const;

export function SupportBundle({ calls, onClose }: { calls: readonly Call[]; onClose: () => void }) {
  const t = useText();
  const [at] = useState(() => new Date());
  // The calls as they were when it was opened: what is read is what is copied.
  const [gathered] = useState(calls);
  const { query, status } = useConsole();
  const { accounts } = useCurrentAccount();
  const network = useQuery(query.host.network.queryOptions());
  const cache = useQueryClient();
  const reports = accounts.flatMap(
    ({ id }) => cache.getQueryData<Examination>(examinationKey(id))?.report ?? [],
  );
  const text = supportBundle({
    at: at.toISOString(),
    status: status.data,
    network: network.data,
    accounts,
    reports,
    calls: gathered,
  });
  const ready = !network.isPending;
  return (
    <Modal
      open
      width={640}
      title={t('doctor:bundle.title')}
      onCancel={onClose}
      footer={
        <div className="bundle-actions">
          <CopyButton text={text} label={t('doctor:bundle.copy')} disabled={!ready} />
          <Button
            type="primary"
            icon={<DownloadOutlined />}
            loading={!ready}
            onClick={() => saveText(text, `${t('doctor:bundle.fileName', { date: fileTime(at) })}.json`)}
          >
            {t('doctor:bundle.save')}
          </Button>
        </div>
      }
    >
      <div className="bundle">
        <p>{t('doctor:bundle.intro')}</p>
        <h3>{t('doctor:bundle.contains')}</h3>
        <ul>
          <li>{t('doctor:bundle.containsItems.host')}</li>
          <li>{t('doctor:bundle.containsItems.network')}</li>
          <li>{t('doctor:bundle.containsItems.accounts', { count: accounts.length })}</li>
          <li>{t(`doctor:bundle.containsItems.${reports.length > 0 ? 'reports' : 'noReport'}`)}</li>
          <li>{t('doctor:bundle.containsItems.calls', { count: gathered.length })}</li>
        </ul>
        <h3>{t('doctor:bundle.without')}</h3>
        <ul>
          {WITHOUT.map((item) => (
            <li key={item}>{t(`doctor:bundle.withoutItems.${item}`)}</li>
          ))}
        </ul>
        {network.error && <FailureCallout error={network.error} />}
        <Collapse
          ghost
          items={[
            {
              key: 'preview',
              label: t('doctor:bundle.preview'),
              children: (
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region that keys cannot reach cannot be read to its end
                <pre tabIndex={0} data-testid="bundle-text">
                  {text}
                </pre>
              ),
            },
          ]}
        />
      </div>
    </Modal>
  );
}
