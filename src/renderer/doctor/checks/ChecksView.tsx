/** Every check of one account, in groups; each can be made again alone, and the report taken along. */
import { Button } from 'antd';
import type { Account } from '#shared/model/account.ts';
import { Callout } from '../../components/Callout.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { clockTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { needMending } from '../describe-finding.ts';
import { CheckGroupList } from './CheckGroupList.tsx';
import { GROUP_NAMES } from './check-groups.ts';
import type { Examination } from './examination.ts';
import { ReportActions } from './ReportActions.tsx';
import { useDoctor } from './use-doctor.ts';
import './checks.css';

export function ChecksView({ account }: { account: Account }) {
  const t = useText();
  const { examination, isRunning, running, error, check } = useDoctor(account);
  const busy = isRunning || running.length > 0;
  return (
    <section
      className="checks"
      aria-labelledby="checks-title"
      aria-busy={busy}
      data-at={examination?.report.at}
    >
      <header className="checks-header">
        <div>
          <h2 id="checks-title">{t('doctor:checks.title', { name: account.name })}</h2>
          <p>{t('doctor:checks.cost')}</p>
        </div>
        <div className="checks-actions">
          {examination && <ReportActions report={examination.report} accountName={account.name} />}
          <Button type="primary" loading={isRunning} disabled={busy && !isRunning} onClick={() => check()}>
            {t(examination ? 'doctor:checks.allAgain' : 'doctor:checks.all')}
          </Button>
        </div>
      </header>
      {isRunning && (
        <Callout tone="busy" title={t('findings:running')}>
          {examination && <p>{t('doctor:checks.lastKept', { time: clockTime(examination.wholeAt) })}</p>}
        </Callout>
      )}
      {error && !busy && <FailureCallout error={error} />}
      {examination && !isRunning && <Summary examination={examination} />}
      {!examination && !isRunning && !error && (
        <EmptyState title={t('doctor:checks.none.title')}>
          {t(account.tokenMode === 'classic' ? 'doctor:checks.none.classic' : 'doctor:checks.none.body')}
        </EmptyState>
      )}
      {(examination || isRunning) &&
        GROUP_NAMES.map((group) => (
          <CheckGroupList
            key={group}
            group={group}
            account={account}
            examination={examination}
            isRunning={isRunning}
            running={running}
            onCheck={(name) => check([name])}
          />
        ))}
    </section>
  );
}

function Summary({ examination: { report, wholeAt } }: { examination: Examination }) {
  const t = useText();
  const count = needMending(report.findings).length;
  const ok = report.findings.filter(({ state }) => state === 'ok').length;
  const skipped = report.findings.filter(({ state }) => state === 'skipped').length;
  return (
    <p className="checks-summary" role="status" data-healthy={count === 0}>
      <strong>{count === 0 ? t('doctor:checks.healthy') : t('doctor:checks.unhealthy', { count })}</strong>
      <span>{t('doctor:checks.counts', { ok, skipped })}</span>
      <span>{t('doctor:checks.at', { time: clockTime(wholeAt) })}</span>
    </p>
  );
}
