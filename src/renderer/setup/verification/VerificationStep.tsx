/** Step 5: WeChat's proof of domain, held by the listener and fetched back before anybody presses save. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { VerificationFileInput } from '#shared/model/verification-file.ts';
import { Callout } from '../../components/Callout.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useConsole } from '../../host/console.tsx';
import { useText } from '../../text/text.ts';
import { ConsolePath } from '../ConsolePath.tsx';
import { FindingCallout } from '../FindingCallout.tsx';
import type { AccountGuide } from '../guide.ts';
import { StepFrame, type StepProps } from '../StepFrame.tsx';
import { STEP_CHECKS } from '../steps.ts';
import { WORDS } from '../wechat-console.ts';
import { FileTarget } from './FileTarget.tsx';
import { HeldFiles } from './HeldFiles.tsx';

export function VerificationStep({ guide, heading }: StepProps<AccountGuide>) {
  const t = useText();
  const { account, examination, kind } = guide;
  const { query } = useConsole();
  const held = useQuery(query.host.verificationFiles.queryOptions());
  const files = held.data?.items ?? [];
  const add = useAdd(guide);
  const [refused, setRefused] = useState<string | null>(null);
  const running = examination.isRunning('verification_file');
  const finding = examination.findings.verification_file;

  if (kind === 'test') {
    return (
      <StepFrame step="verification" guide={guide} heading={heading}>
        <Callout tone="info" title={t('setup:verification.test.title')}>
          <p>{t('setup:verification.test.body')}</p>
        </Callout>
      </StepFrame>
    );
  }
  return (
    <StepFrame
      step="verification"
      guide={guide}
      heading={heading}
      action={(looks) => (
        <Button
          {...looks}
          loading={running}
          disabled={files.length === 0}
          onClick={() => void examination.examine(account, STEP_CHECKS.verification)}
        >
          {t('setup:verification.fetch')}
        </Button>
      )}
    >
      {files.length === 0 && (
        <>
          <p className="setup-note">{t('setup:verification.already', { box: WORDS.domainBox })}</p>
          <ConsolePath name="domain" />
        </>
      )}
      <FileTarget
        adding={add.isPending}
        onFile={(file) => {
          setRefused(null);
          add.mutate(file);
        }}
        onRefused={setRefused}
      />
      {refused !== null && (
        <Callout tone="danger" title={t('setup:verification.refused.title', { name: refused })}>
          <p>{t('setup:verification.refused.remedy')}</p>
        </Callout>
      )}
      {add.error && <FailureCallout error={add.error} />}
      {held.error && !held.data && <FailureCallout error={held.error} />}
      <HeldFiles files={files} guide={guide} />
      {running && <Callout tone="busy" title={t('setup:verification.fetching')} />}
      {!running && files.length > 0 && finding && (
        <FindingCallout finding={finding}>
          {finding.state === 'ok' && (
            <p className="press-save">
              {t('setup:verification.pressSave', { button: WORDS.save, box: WORDS.domainBox })}
            </p>
          )}
          {(finding.state === 'failed' || finding.state === 'skipped') && (
            <p>
              {t('setup:verification.notYet', { button: WORDS.save })}{' '}
              <Button type="link" className="setup-fold" onClick={() => guide.go('reachability')}>
                {t('setup:verification.reachFirst')}
              </Button>
            </p>
          )}
        </FindingCallout>
      )}
    </StepFrame>
  );
}

function useAdd({ account, examination }: AccountGuide) {
  const { client, query } = useConsole();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (file: VerificationFileInput) => client.host.addVerificationFile(file),
    async onSuccess() {
      void examination.examine(account, STEP_CHECKS.verification);
      await queryClient.invalidateQueries({ queryKey: query.host.verificationFiles.key() });
    },
  });
}
