/** The inspector: the latest calls to WeChat as they happen, to be filtered, opened and taken along. */
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { CALLS_KEPT, type Call } from '#shared/model/call.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { hashOf } from '../routing.ts';
import { useText } from '../text/text.ts';
import { CallDrawer } from './CallDrawer.tsx';
import { CallFilters } from './CallFilters.tsx';
import { CallTable } from './CallTable.tsx';
import { filterCalls, isFiltering, NO_FILTER } from './filter-calls.ts';
import { InspectorActions } from './InspectorActions.tsx';
import { useCalls } from './use-calls.ts';
import './inspector.css';

export function InspectorView() {
  const t = useText();
  const { accounts } = useCurrentAccount();
  const { calls, isPending, error, hasData, retry, paused, setPaused, clear } = useCalls();
  const [filter, setFilter] = useState(NO_FILTER);
  const [opened, setOpened] = useState<Call | null>(null);
  if (isPending && !error) return <Spin className="doctor-waiting" description={t('loading')} />;
  if (error && !hasData) return <ErrorState error={error} onRetry={retry} />;
  const shown = filterCalls(calls, filter);
  return (
    <section className="inspector" aria-labelledby="inspector-title">
      <header className="inspector-header">
        <div>
          <h2 id="inspector-title">{t('doctor:calls.title')}</h2>
          <p className="doctor-note">{t('doctor:calls.note', { kept: CALLS_KEPT })}</p>
        </div>
        <InspectorActions
          calls={calls}
          paused={paused}
          onPause={setPaused}
          clearing={clear.isPending}
          onClear={() => clear.mutate({})}
        />
      </header>
      {clear.error && <FailureCallout error={clear.error} />}
      <div className="inspector-bar">
        <CallFilters filter={filter} onChange={setFilter} calls={calls} accounts={accounts} />
        <span className="inspector-state" data-stale={error !== null}>
          {t('doctor:calls.shown', { shown: shown.length, total: calls.length })} ·{' '}
          {t(error ? 'doctor:calls.stale' : paused ? 'doctor:calls.paused' : 'doctor:calls.live')}
        </span>
      </div>
      {shown.length > 0 ? (
        <CallTable calls={shown} accounts={accounts} openId={opened?.id ?? null} onOpen={setOpened} />
      ) : isFiltering(filter) && calls.length > 0 ? (
        <EmptyState
          title={t('doctor:calls.noMatch.title')}
          actions={<Button onClick={() => setFilter(NO_FILTER)}>{t('doctor:calls.filters.reset')}</Button>}
        >
          {t('doctor:calls.noMatch.body')}
        </EmptyState>
      ) : (
        <EmptyState
          title={t('doctor:calls.empty.title')}
          actions={<Button href={hashOf('doctor', 'checks')}>{t('doctor:calls.emptyAction')}</Button>}
        >
          {t('doctor:calls.empty.body')}
        </EmptyState>
      )}
      <CallDrawer calls={shown} accounts={accounts} call={opened} onOpen={setOpened} />
    </section>
  );
}
