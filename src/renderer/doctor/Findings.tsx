/** The doctor's report: one line per check, the ones that need somebody spelled out with who and what. */
import { CheckCircleFilled, CloseSquareFilled, MinusCircleOutlined, WarningFilled } from '@ant-design/icons';
import type { ComponentType, ReactNode } from 'react';
import type { DoctorReport, Finding } from '#shared/model/doctor.ts';
import { Facts } from '../components/Facts.tsx';
import { clockTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { describeFinding, needMending } from './describe-finding.ts';
import './findings.css';

/** A shape per state, so that it is not told by its colour alone. */
const ICONS: Record<Finding['state'], ComponentType> = {
  ok: CheckCircleFilled,
  warning: WarningFilled,
  failed: CloseSquareFilled,
  skipped: MinusCircleOutlined,
};

export function Findings({ report }: { report: DoctorReport }) {
  const t = useText();
  const count = needMending(report.findings).length;
  return (
    <section className="doctor" aria-label={t('findings:title')}>
      <p className="doctor-summary" role="status">
        <strong>{count === 0 ? t('findings:healthy') : t('findings:unhealthy', { count })}</strong>
        <span>{t('findings:at', { time: clockTime(report.at) })}</span>
      </p>
      <ul>
        {report.findings.map((finding) => (
          <FindingLine key={finding.check} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

interface FindingLineProps {
  finding: Finding;
  /** What can be done about the check itself, at the end of its line. */
  actions?: ReactNode;
  /** What can be done about what it found, below it. */
  children?: ReactNode;
}

/** One check, for a screen that lists them in its own order and puts buttons beside them. */
export function FindingLine({ finding, actions, children }: FindingLineProps) {
  const t = useText();
  const { name, state, seen, causes, actor, facts } = describeFinding(t, finding);
  const Icon = ICONS[finding.state];
  const brief = finding.state === 'ok' || finding.state === 'skipped';
  return (
    <li className="finding" data-state={finding.state} data-check={finding.check}>
      <span className="finding-state" title={state}>
        <Icon aria-hidden />
        <span className="visually-hidden">{state}</span>
      </span>
      <strong className="finding-name">{name}</strong>
      <div className="finding-body">
        <p>
          {seen}
          {brief && facts.length > 0 && (
            <span className="finding-facts">
              {facts.map((fact) => `${fact.name} ${fact.value}`).join(' · ')}
            </span>
          )}
        </p>
        {causes.map(({ title, remedy }) => (
          <p key={title} className="finding-cause">
            {brief ? title : <strong>{title}</strong>} {remedy}
          </p>
        ))}
        {actor !== null && <p className="finding-actor">{t('findings:actor', { who: actor })}</p>}
        {!brief && <Facts facts={facts} />}
        {children}
      </div>
      {actions}
    </li>
  );
}
