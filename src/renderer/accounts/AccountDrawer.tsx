/** Adding and changing an account. One that was saved closes the drawer, and its credentials are tried in its card. */
import { App, Button, Drawer, Form } from 'antd';
import { useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import { useText } from '../text/text.ts';
import { AccountForm, type Saved } from './AccountForm.tsx';
import type { AccountDraft } from './account-form.ts';

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
            {t('accounts:form.save')}
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
