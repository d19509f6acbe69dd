/**
 * Adding and changing an account. A save that fails leaves everything as it was typed; one that succeeds
 * closes the drawer, and the credentials are tried in the account's card.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Form } from 'antd';
import { useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';
import { AccountFields } from './AccountFields.tsx';
import {
  type AccountDraft,
  draftOf,
  emptyDraft,
  inputOf,
  patchOf,
  touchesCredentials,
} from './account-form.ts';
import '../components/steady-form.css';

export interface Saved {
  account: Account;
  created: boolean;
  /** WeChat must be asked whether it takes these credentials. */
  tryIt: boolean;
}

interface AccountDrawerProps {
  /** Mounted anew each time it opens, so that nothing typed before is in it. */
  open: boolean;
  /** The account to change, or null to add one. */
  account: Account | null;
  /** Starts with the stored secret being replaced. */
  replace: boolean;
  onSaved: (saved: Saved) => void;
  onClose: () => void;
}

export function AccountDrawer({ open, account, replace, onSaved, onClose }: AccountDrawerProps) {
  const t = useText();
  const { modal } = App.useApp();
  const [form] = Form.useForm<AccountDraft>();
  const [saving, setSaving] = useState(false);
  const weak = useConsole().status.data?.vault.state === 'weak' && !account?.sandbox;

  function close(): void {
    if (!form.isFieldsTouched()) {
      onClose();
      return;
    }
    modal.confirm({
      title: t('accounts:form.discardTitle'),
      okText: t('accounts:form.discard'),
      cancelText: t('accounts:form.keepEditing'),
      onOk: onClose,
    });
  }

  return (
    <Drawer
      open={open}
      destroyOnHidden
      size={520}
      mask={{ closable: false }}
      title={t(account ? 'accounts:form.editTitle' : 'accounts:form.addTitle')}
      onClose={close}
      afterOpenChange={(opened) => opened && !replace && form.focusField('name')}
      footer={
        <div className="account-actions">
          <Button type="primary" htmlType="submit" form="account" loading={saving}>
            {t(weak ? 'accounts:form.saveAnyway' : 'accounts:form.save')}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
        </div>
      }
    >
      <AccountForm
        form={form}
        account={account}
        startReplacing={replace}
        onSaved={onSaved}
        onSaving={setSaving}
      />
    </Drawer>
  );
}

interface AccountFormProps {
  form: ReturnType<typeof Form.useForm<AccountDraft>>[0];
  account: Account | null;
  startReplacing: boolean;
  onSaved: (saved: Saved) => void;
  onSaving: (saving: boolean) => void;
}

function AccountForm({ form, account, startReplacing, onSaved, onSaving }: AccountFormProps) {
  const save = useSave(account);
  const [initial] = useState(() => (account ? draftOf(account) : emptyDraft()));
  const [replacing, setReplacing] = useState(startReplacing);
  const [advanced, setAdvanced] = useState(
    initial.tokenMode !== 'stable' || initial.apiBaseUrl !== '' || initial.authorizeBaseUrl !== '',
  );

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
    <Form
      form={form}
      name="account"
      className="steady-form"
      layout="vertical"
      requiredMark="optional"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true, block: 'center' }}
      initialValues={initial}
      onFinish={submit}
      onFinishFailed={({ errorFields }) => {
        if (errorFields.some(({ name }) => name[0] === 'apiBaseUrl' || name[0] === 'authorizeBaseUrl')) {
          setAdvanced(true);
        }
      }}
    >
      {save.error && <FailureCallout error={save.error} />}
      <AccountFields
        account={account}
        replacing={replacing}
        onReplace={replace}
        advanced={advanced}
        onAdvanced={setAdvanced}
      />
    </Form>
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
