/**
 * An account as it is typed, and saving it. A save that fails says why above the fields and leaves everything
 * as it was typed; what is only missing is the decision about secrets is asked for there too.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import { SteadyForm } from '../components/SteadyForm.tsx';
import { useConsole } from '../host/console.tsx';
import { SaveFailure } from '../settings/SaveFailure.tsx';
import { AccountFields } from './AccountFields.tsx';
import {
  type AccountDraft,
  draftOf,
  emptyDraft,
  inputOf,
  patchOf,
  touchesCredentials,
} from './account-form.ts';

export interface Saved {
  account: Account;
  created: boolean;
  /** WeChat must be asked whether it takes these credentials. */
  tryIt: boolean;
}

interface AccountFormProps {
  form: ReturnType<typeof Form.useForm<AccountDraft>>[0];
  /** The account to change, or null to add one. */
  account: Account | null;
  /** Starts with the stored secret being replaced. */
  startReplacing: boolean;
  onSaved: (saved: Saved) => void;
  onSaving: (saving: boolean) => void;
}

/** Fields that are folded away until somebody needs them. */
const ADVANCED: readonly unknown[] = [
  'serviceUrl',
  'bearer',
  'tokenPointer',
  'expiryPointer',
  'apiBaseUrl',
  'authorizeBaseUrl',
];

export function AccountForm({ form, account, startReplacing, onSaved, onSaving }: AccountFormProps) {
  const save = useSave(account);
  const [initial] = useState(() => (account ? draftOf(account) : emptyDraft()));
  const [replacing, setReplacing] = useState(startReplacing);
  const [advanced, setAdvanced] = useState(
    initial.tokenMode !== 'stable' || initial.apiHost !== 'nearest' || initial.authorizeBaseUrl !== '',
  );
  const failure = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (save.error) failure.current?.scrollIntoView({ block: 'nearest' });
  }, [save.error]);

  async function submit(typed: Partial<AccountDraft>): Promise<void> {
    onSaving(true);
    try {
      onSaved(await save.mutateAsync({ ...initial, ...typed }));
    } catch {
      // Said above the fields by `save.error`.
    } finally {
      onSaving(false);
    }
  }

  function replace(yes: boolean): void {
    if (!yes) form.setFieldValue('appSecret', '');
    setReplacing(yes);
  }

  return (
    <SteadyForm
      form={form}
      name="account"
      requiredMark="optional"
      initialValues={initial}
      onFinish={submit}
      onFinishFailed={({ errorFields }) => {
        if (errorFields.some(({ name }) => ADVANCED.includes(name[0]))) setAdvanced(true);
      }}
    >
      {save.error && (
        <div ref={failure}>
          <SaveFailure error={save.error} saving={save.isPending} onDecided={form.submit} />
        </div>
      )}
      <AccountFields
        account={account}
        initial={initial}
        replacing={replacing}
        onReplace={replace}
        advanced={advanced}
        onAdvanced={setAdvanced}
      />
    </SteadyForm>
  );
}

function useSave(account: Account | null) {
  const { client } = useConsole();
  const queryClient = useQueryClient();
  return useMutation({
    async mutationFn(draft: AccountDraft): Promise<Saved> {
      if (!account)
        return { account: await client.accounts.create(inputOf(draft)), created: true, tryIt: true };
      const patch = patchOf(draft, account);
      const changed = await client.accounts.update({ id: account.id, ...patch });
      return { account: changed, created: false, tryIt: touchesCredentials(patch) };
    },
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
