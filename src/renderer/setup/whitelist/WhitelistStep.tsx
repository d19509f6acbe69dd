/** Step 3: the address WeChat saw, to be put on the account's list; asked again until WeChat lets it in. */
import { Button } from 'antd';
import { Callout } from '../../components/Callout.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useNow } from '../../components/use-now.ts';
import { hourAndMinute } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { BigCopy } from '../BigCopy.tsx';
import { ConsolePath } from '../ConsolePath.tsx';
import { FindingCallout } from '../FindingCallout.tsx';
import type { AccountGuide } from '../guide.ts';
import { StepFrame, type StepProps } from '../StepFrame.tsx';
import { STEP_CHECKS } from '../steps.ts';
import { WORDS } from '../wechat-console.ts';
import { RelayLink, SeenAddresses } from './SeenAddresses.tsx';
import { useWhitelistWatch } from './use-whitelist-watch.ts';
import { WatchLine } from './WatchLine.tsx';

export function WhitelistStep({ guide, heading }: StepProps<AccountGuide>) {
  const t = useText();
  const { account, examination, kind, states } = guide;
  const { findings, error } = examination;
  const { whitelist, credentials } = findings;
  const ip = whitelist?.facts.ip ?? credentials?.facts.ip ?? null;
  const watch = useWhitelistWatch(guide);
  const now = useNow(30_000);
  // Asked sooner, the answer would be the one that is known.
  const mustWait =
    watch.state === 'refused' ? watch.until > now : watch.state === 'watching' && watch.confirming;
  const running = examination.isRunning('whitelist');
  const passed = states.whitelist === 'done' || states.whitelist === 'attention';
  return (
    <StepFrame
      step="whitelist"
      guide={guide}
      heading={heading}
      onward={passed}
      action={(looks) => (
        <Button
          {...looks}
          type={ip !== null && !passed ? 'default' : looks.type}
          loading={running}
          disabled={mustWait}
          onClick={() => void examination.examine(account, STEP_CHECKS.whitelist)}
        >
          {t('setup:whitelist.askNow')}
        </Button>
      )}
    >
      {ip !== null && !passed && (
        <>
          <BigCopy
            main
            name={t('setup:whitelist.address')}
            value={ip}
            copy={t('setup:whitelist.copy', { box: WORDS.whitelistBox })}
          />
          <ConsolePath name="whitelist" />
          <p className="setup-note">{t('setup:whitelist.confirm')}</p>
        </>
      )}
      {kind === 'test' && ip === null && <p className="setup-note">{t('setup:whitelist.test')}</p>}
      <WatchLine watch={watch} at={examination.askedAt('whitelist')} running={running} />
      {whitelist && whitelist.state !== 'skipped' && (passed || ip === null) && (
        <FindingCallout finding={whitelist}>
          {whitelist.cause === 'ip_changed' && <RelayLink />}
          {watch.state === 'refused' && (
            <p>
              {t('setup:whitelist.refused', { time: hourAndMinute(new Date(watch.until).toISOString()) })}
            </p>
          )}
        </FindingCallout>
      )}
      {!whitelist && !running && !!error && <FailureCallout error={error} />}
      {whitelist?.state === 'skipped' && (
        <Callout tone="info" title={t('setup:whitelist.first')}>
          <p>{t('setup:whitelist.firstWhy')}</p>
        </Callout>
      )}
      <SeenAddresses accountId={account.id} at={examination.askedAt('whitelist')} refused={!passed} />
    </StepFrame>
  );
}
