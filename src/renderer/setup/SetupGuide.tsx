/**
 * The setup guide: from "I have an AppID" to a first scan, one step at a time. Where it stands is read from
 * the facts, so it can be left at any step and taken up on another day.
 */
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { hashOf } from '../routing.ts';
import { useText } from '../text/text.ts';
import type { Guide } from './guide.ts';
import { type SetupPlace, setupHash } from './places.ts';
import { Rail } from './Rail.tsx';
import { StepPanel } from './StepPanel.tsx';
import { firstOpenStep, type StepName } from './steps.ts';
import { useGuide } from './use-guide.ts';
import './setup.css';
import './steps.css';

export function SetupGuide({ place }: { place: SetupPlace }) {
  const t = useText();
  const { accounts, isPending, error, retry } = useCurrentAccount();
  const account = accounts.find(({ id }) => id === place.accountId) ?? null;
  const missing = place.accountId !== null && account === null;
  return (
    <div className="setup">
      <header className="setup-header">
        <h1>{t('setup:title')}</h1>
        {account && <span className="setup-account">{account.name}</span>}
        <Button type="text" icon={<ArrowLeftOutlined />} href={hashOf('accounts')}>
          {t('setup:leave')}
        </Button>
      </header>
      {missing && isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {missing && error && <ErrorState error={error} onRetry={retry} />}
      {missing && !isPending && !error && <Elsewhere reason="gone" />}
      {account?.sandbox && <Elsewhere reason="sandbox" />}
      {!missing && !account?.sandbox && <Steps place={place} />}
    </div>
  );
}

function Steps({ place }: { place: SetupPlace }) {
  const guide = useGuide(place);
  const step = useStep(place, guide);
  const heading = useFocusOnMove(step);
  return (
    <div className="setup-columns">
      <Rail states={guide.states} current={step} go={guide.go} locked={guide.account === null} />
      {step === null ? (
        <div className="panel">
          <Skeleton active paragraph={{ rows: 6 }} />
        </div>
      ) : (
        <StepPanel key={step} step={step} guide={guide} heading={heading} />
      )}
    </div>
  );
}

/** The step the address names; else, once the facts are in, the first one that is open. */
function useStep(place: SetupPlace, guide: Guide): StepName | null {
  const { states, account, settled } = guide;
  // Facts that come later must not move the operator: the choice becomes part of the address.
  const chosen = place.step ?? (settled ? firstOpenStep(states) : null);
  const possible = account === null && chosen !== null && chosen !== 'kind' ? 'credentials' : chosen;
  useEffect(() => {
    if (possible !== null && possible !== place.step) {
      location.replace(setupHash(place.accountId, possible));
    }
  }, [possible, place]);
  return possible;
}

/** Moving to another step moves the keyboard there too; opening the guide does not. */
function useFocusOnMove(step: StepName | null) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== null && shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  return heading;
}

function Elsewhere({ reason }: { reason: 'gone' | 'sandbox' }) {
  const t = useText();
  return (
    <EmptyState
      title={t(`setup:${reason}.title`)}
      actions={
        <Button type="primary" href={hashOf(reason === 'gone' ? 'accounts' : 'desk')}>
          {t(`setup:${reason}.action`)}
        </Button>
      }
    >
      {t(`setup:${reason}.body`)}
    </EmptyState>
  );
}
