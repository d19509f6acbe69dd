/** What WeChat said to the credentials, and what that means for the next step. */
import { Callout } from '../../components/Callout.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useText } from '../../text/text.ts';
import { FindingCallout } from '../FindingCallout.tsx';
import type { AccountGuide } from '../guide.ts';
import { credentialsTrouble, tellingFinding } from './credentials-trouble.ts';

export function CredentialsOutcome({ guide }: { guide: AccountGuide }) {
  const t = useText();
  const { examination, account } = guide;
  const { findings, error } = examination;
  if (examination.isRunning('credentials')) {
    return <Callout tone="busy" title={t('setup:credentials.asking')} />;
  }
  if (account.secretState === 'ok' && error && !findings.credentials) return <FailureCallout error={error} />;
  const trouble = credentialsTrouble(findings);
  if (trouble === 'unproven') {
    return (
      <Callout tone="info" title={t('setup:credentials.unproven.title')}>
        <p>{t('setup:credentials.unproven.remedy')}</p>
      </Callout>
    );
  }
  const telling = tellingFinding(findings);
  if (!telling) return null;
  return (
    <FindingCallout finding={telling}>
      {trouble !== null && trouble !== 'other' && <p>{t(`setup:credentials.troubles.${trouble}`)}</p>}
    </FindingCallout>
  );
}
