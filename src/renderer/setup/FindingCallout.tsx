/** A finding of the doctor where it is to be mended: what was seen, why, what to do, facts to copy. */
import type { ReactNode } from 'react';
import type { Finding } from '#shared/model/doctor.ts';
import { Callout, type Tone } from '../components/Callout.tsx';
import { Facts } from '../components/Facts.tsx';
import { describeFinding } from '../doctor/describe-finding.ts';
import { FindingLine } from '../doctor/Findings.tsx';
import { useText } from '../text/text.ts';

const TONES: Record<Finding['state'], Tone> = {
  ok: 'success',
  warning: 'warning',
  failed: 'danger',
  skipped: 'info',
};

interface FindingCalloutProps {
  finding: Finding;
  children?: ReactNode;
}

export function FindingCallout({ finding, children }: FindingCalloutProps) {
  const t = useText();
  const { seen, causes, actor, facts } = describeFinding(t, finding);
  return (
    <div data-check={finding.check} data-state={finding.state}>
      <Callout tone={TONES[finding.state]} title={seen}>
        {causes.map(({ title, remedy }) => (
          <p key={title}>
            {title !== '' && <strong>{title}</strong>} {remedy}
          </p>
        ))}
        {actor !== null && <p className="setup-note">{t('findings:actor', { who: actor })}</p>}
        <Facts facts={facts} />
        {children}
      </Callout>
    </div>
  );
}

/** Several checks of one step, as the doctor's screen lists them. */
export function FindingLines({ findings }: { findings: readonly (Finding | undefined)[] }) {
  const known = findings.filter((finding) => finding !== undefined);
  if (known.length === 0) return null;
  return (
    <ul className="setup-findings">
      {known.map((finding) => (
        <FindingLine key={finding.check} finding={finding} />
      ))}
    </ul>
  );
}
