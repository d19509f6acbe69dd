/** One group of checks: what each found, what mends it, and the check again alone. */
import { LoadingOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Account } from '#shared/model/account.ts';
import type { CheckName } from '#shared/model/doctor.ts';
import { clockTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { FindingLine } from '../Findings.tsx';
import { CHECK_GROUPS, type CheckGroup } from './check-groups.ts';
import type { Examination } from './examination.ts';
import { Remedies } from './Remedies.tsx';

interface CheckGroupProps {
  group: CheckGroup;
  account: Account;
  examination: Examination | undefined;
  isRunning: boolean;
  running: readonly CheckName[];
  onCheck: (check: CheckName) => void;
}

export function CheckGroupList({
  group,
  account,
  examination,
  isRunning,
  running,
  onCheck,
}: CheckGroupProps) {
  const t = useText();
  const checks: readonly CheckName[] = CHECK_GROUPS[group];
  const findings = new Map(examination?.report.findings.map((finding) => [finding.check, finding]));
  const shown = checks.filter((check) => examination === undefined || findings.has(check));
  if (shown.length === 0) return null;
  const headingId = `checks-${group}`;
  return (
    <section className="check-group" aria-labelledby={headingId}>
      <h3 id={headingId}>{t(`doctor:checks.groups.${group}`)}</h3>
      <ul>
        {shown.map((check) => {
          const finding = findings.get(check);
          if (!finding) return <WaitingLine key={check} check={check} />;
          return (
            <FindingLine
              key={check}
              finding={finding}
              actions={
                <CheckAgain
                  check={check}
                  at={examination?.againAt[check]}
                  loading={running.includes(check)}
                  disabled={isRunning}
                  onCheck={onCheck}
                />
              }
            >
              <Remedies finding={finding} account={account} />
            </FindingLine>
          );
        })}
      </ul>
    </section>
  );
}

function WaitingLine({ check }: { check: CheckName }) {
  const t = useText();
  return (
    <li className="finding" data-state="skipped">
      <span className="finding-state">
        <LoadingOutlined aria-hidden />
      </span>
      <strong className="finding-name">{t(`findings:checks.${check}.name`)}</strong>
      <p>{t('doctor:checks.waiting')}</p>
    </li>
  );
}

interface CheckAgainProps {
  check: CheckName;
  /** When it was made again alone. */
  at: string | undefined;
  loading: boolean;
  disabled: boolean;
  onCheck: (check: CheckName) => void;
}

function CheckAgain({ check, at, loading, disabled, onCheck }: CheckAgainProps) {
  const t = useText();
  const name = t(`findings:checks.${check}.name`);
  return (
    <div className="check-again">
      <span role="status">
        {loading && <span className="visually-hidden">{t('doctor:checks.runningOne', { name })}</span>}
        {at !== undefined && !loading && t('doctor:checks.again', { time: clockTime(at) })}
      </span>
      <Button
        size="small"
        type="text"
        icon={<ReloadOutlined />}
        loading={loading}
        disabled={disabled}
        aria-label={t('doctor:checks.oneCalled', { name })}
        title={t('doctor:checks.one')}
        onClick={() => onCheck(check)}
      />
    </div>
  );
}
