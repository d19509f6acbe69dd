/** Step 2: AppID and AppSecret, saved and put to WeChat at once. A refusal loses nothing that was typed. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { SteadyForm } from '../../components/SteadyForm.tsx';
import { useConsole } from '../../host/console.tsx';
import { isAnswer } from '../../host/failures.ts';
import { hashOf } from '../../routing.ts';
import { useText } from '../../text/text.ts';
import { ConsolePath } from '../ConsolePath.tsx';
import type { Guide } from '../guide.ts';
import { StepFrame, type StepProps } from '../StepFrame.tsx';
import { STEP_CHECKS } from '../steps.ts';
import { CredentialsFields } from './CredentialsFields.tsx';
import { CredentialsOutcome } from './CredentialsOutcome.tsx';
import { type CredentialsDraft, changesOf, credentialsOf, newAccountOf } from './credentials-form.ts';
import { credentialsTrouble } from './credentials-trouble.ts';

const FORM = 'setup-credentials';

export function CredentialsStep({ guide, heading }: StepProps) {
  const t = useText();
  const [form] = Form.useForm<CredentialsDraft>();
  const { account, draft, examination, kind } = guide;
  const save = useSave(guide);
  const [initial] = useState(() => draft.credentials ?? credentialsOf(account));
  const [replacing, setReplacing] = useState(initial.appSecret !== '');
  const asking = account !== null && examination.isRunning('credentials');

  const outcome = useShownWhenDone(save.isPending || asking, account !== null || save.isError);

  function submit(typed: Partial<CredentialsDraft>): void {
    save.mutate({ ...initial, ...typed }, { onSuccess: saved });
  }
  function saved(): void {
    form.setFieldValue('appSecret', '');
    setReplacing(false);
  }
  function replace(yes: boolean): void {
    if (!yes) form.setFieldValue('appSecret', '');
    setReplacing(yes);
  }

  return (
    <StepFrame
      step="credentials"
      guide={guide}
      heading={heading}
      onward={credentialsTrouble(examination.findings) === 'unproven'}
      action={(looks) => (
        <Button {...looks} htmlType="submit" form={FORM} loading={save.isPending || asking}>
          {t(account ? 'setup:credentials.checkAgain' : 'setup:credentials.check')}
        </Button>
      )}
    >
      <ConsolePath name={kind === 'test' ? 'testCredentials' : 'credentials'} />
      <SteadyForm
        form={form}
        name={FORM}
        requiredMark="optional"
        initialValues={initial}
        onValuesChange={(_, typed) => draft.change({ credentials: { ...initial, ...typed } })}
        onFinish={submit}
      >
        <CredentialsFields account={account} replacing={replacing} onReplace={replace} />
      </SteadyForm>
      <div ref={outcome} className="setup-outcome">
        {save.error && <SaveFailure error={save.error} />}
        {account && !save.isPending && <CredentialsOutcome guide={{ ...guide, account }} />}
      </div>
    </StepFrame>
  );
}

/** Brings what came of a question into view, once it has been answered and is there. */
function useShownWhenDone(busy: boolean, there: boolean): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const awaited = useRef(busy);
  useEffect(() => {
    if (busy) awaited.current = true;
    if (busy || !there || !awaited.current) return;
    awaited.current = false;
    element.current?.scrollIntoView({ block: 'nearest' });
  }, [busy, there]);
  return element;
}

/** What keeps secrets from being stored is decided in Settings; what was typed waits here. */
function SaveFailure({ error }: { error: Error }) {
  const t = useText();
  const ofTheVault = isAnswer(error) && /^VAULT_/.test(error.code);
  return (
    <FailureCallout
      error={error}
      action={
        ofTheVault && (
          <>
            <Button type="primary" href={hashOf('settings')}>
              {t('setup:credentials.decide')}
            </Button>
            <span className="setup-note">{t('setup:credentials.kept')}</span>
          </>
        )
      }
    />
  );
}

function useSave({ account, kind, draft, examination, onCreated }: Guide) {
  const { client, query } = useConsole();
  const queryClient = useQueryClient();
  return useMutation({
    async mutationFn(typed: CredentialsDraft): Promise<Account> {
      if (!account) return client.accounts.create(newAccountOf(typed, kind));
      const changes = changesOf(typed, account);
      if (Object.keys(changes).length === 0) return account;
      return client.accounts.update({ id: account.id, ...changes });
    },
    async onSuccess(saved) {
      // The next new account begins from nothing.
      draft.change({ credentials: null, ...(account ? {} : { kind: null }) });
      void examination.examine(saved, STEP_CHECKS.credentials);
      await queryClient.invalidateQueries({ queryKey: query.accounts.key() });
      if (!account) onCreated(saved);
    },
  });
}
