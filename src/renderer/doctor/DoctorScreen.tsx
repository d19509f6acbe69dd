/** What is wrong, and who mends it: checks, errors explained, calls inspected. Each is a place with an address. */
import { MedicineBoxOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { InspectorView } from '../inspector/InspectorView.tsx';
import { hashOf, usePlace } from '../routing.ts';
import { useText } from '../text/text.ts';
import { ChecksView } from './checks/ChecksView.tsx';
import { ExplainView } from './explain/ExplainView.tsx';
import './doctor.css';

const PLACES = ['checks', 'explain', 'calls'] as const;

export function DoctorScreen() {
  const t = useText();
  const [named, inside] = usePlace();
  const place = PLACES.find((candidate) => candidate === named) ?? 'checks';
  return (
    <div className="doctor-screen" data-place={place}>
      <header className="doctor-header">
        <h1>{t('doctor:title')}</h1>
        <nav aria-label={t('doctor:places.label')}>
          {PLACES.map((candidate) => (
            <a
              key={candidate}
              href={hashOf('doctor', candidate)}
              aria-current={candidate === place ? 'page' : undefined}
            >
              {t(`doctor:places.${candidate}`)}
            </a>
          ))}
        </nav>
      </header>
      {place === 'checks' && <Checks />}
      {place === 'explain' && <ExplainView key={inside} code={inside} />}
      {place === 'calls' && <InspectorView />}
    </div>
  );
}

function Checks() {
  const t = useText();
  const { account, isPending, error, retry } = useCurrentAccount();
  if (isPending) return <Spin className="doctor-waiting" description={t('loading')} />;
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (account) return <ChecksView key={account.id} account={account} />;
  return (
    <EmptyState
      icon={<MedicineBoxOutlined />}
      title={t('doctor:noAccount.title')}
      actions={
        <Button type="primary" href={hashOf('accounts')}>
          {t('doctor:noAccount.add')}
        </Button>
      }
    >
      {t('doctor:noAccount.body')}
    </EmptyState>
  );
}
