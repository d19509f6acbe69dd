/** Step 6: does the public URL lead to this listener? If not, the configuration that makes it so. */
import { Button } from 'antd';
import { Callout } from '../../components/Callout.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useConsole } from '../../host/console.tsx';
import { useText } from '../../text/text.ts';
import { FindingLines } from '../FindingCallout.tsx';
import type { AccountGuide } from '../guide.ts';
import { StepFrame, type StepProps } from '../StepFrame.tsx';
import { STEP_CHECKS } from '../steps.ts';
import { SnippetChooser } from './SnippetChooser.tsx';

export function ReachabilityStep({ guide, heading }: StepProps<AccountGuide>) {
  const t = useText();
  const { account, examination, publicUrl, states, go } = guide;
  const callback = useConsole().status.data?.callback;
  const { findings, error } = examination;
  const running = STEP_CHECKS.reachability.some(examination.isRunning);
  return (
    <StepFrame
      step="reachability"
      guide={guide}
      heading={heading}
      onward={states.reachability === 'attention'}
      action={(looks) => (
        <Button
          {...looks}
          loading={running}
          onClick={() => void examination.examine(account, STEP_CHECKS.reachability)}
        >
          {t('setup:reachability.check')}
        </Button>
      )}
    >
      {publicUrl === null && (
        <Callout tone="info" title={t('setup:reachability.noUrl')}>
          <div className="callout-actions">
            <Button onClick={() => go('address')}>{t('setup:steps.address.name')}</Button>
          </div>
        </Callout>
      )}
      {running && <Callout tone="busy" title={t('setup:reachability.checking')} />}
      {!running && <FindingLines findings={STEP_CHECKS.reachability.map((check) => findings[check])} />}
      {!running && !!error && !findings.reachability && <FailureCallout error={error} />}
      {publicUrl !== null && callback?.state === 'listening' && (
        <SnippetChooser
          publicUrl={publicUrl}
          callbackUrl={callback.url}
          open={states.reachability !== 'done'}
        />
      )}
    </StepFrame>
  );
}
