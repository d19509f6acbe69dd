/** Name, AppID and AppSecret. Pasting a text with both of the latter into either fills both in. */
import { Button, Form, Input } from 'antd';
import { type ClipboardEvent, useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import { useFieldRules } from '../../accounts/field-rules.ts';
import { SecretField } from '../../accounts/SecretField.tsx';
import { useText } from '../../text/text.ts';
import type { CredentialsDraft } from './credentials-form.ts';
import { recognise } from './recognise.ts';

interface CredentialsFieldsProps {
  account: Account | null;
  replacing: boolean;
  onReplace: (replacing: boolean) => void;
}

export function CredentialsFields({ account, replacing, onReplace }: CredentialsFieldsProps) {
  const t = useText();
  const rules = useFieldRules();
  const form = Form.useFormInstance<CredentialsDraft>();
  const [filled, setFilled] = useState<'both' | 'one' | null>(null);

  function paste(event: ClipboardEvent): void {
    const found = recognise(event.clipboardData.getData('text/plain'));
    if (!found) return;
    event.preventDefault();
    const { appId, appSecret } = found;
    // A stored secret's field is not there until it is being replaced.
    if (appSecret !== null) onReplace(true);
    const values = { ...(appId === null ? {} : { appId }), ...(appSecret === null ? {} : { appSecret }) };
    form.setFieldsValue(values);
    void form.validateFields(Object.keys(values), { recursive: true }).catch(() => undefined);
    setFilled(appId !== null && appSecret !== null ? 'both' : 'one');
  }

  return (
    <>
      <Form.Item name="name" label={t('accounts:form.name')} rules={rules('name', false)}>
        <Input autoComplete="off" placeholder={t('accounts:form.namePlaceholder')} />
      </Form.Item>
      <div className="steady-form-group" onPaste={paste}>
        <Form.Item
          name="appId"
          label={t('accounts:form.appId')}
          required
          rules={rules('appId', true)}
          extra={t('setup:credentials.pasteBoth')}
        >
          <Input autoComplete="off" spellCheck={false} placeholder="wx" />
        </Form.Item>
        <SecretField account={account} replacing={replacing} onReplace={onReplace} />
      </div>
      <p className="visually-hidden" role="status">
        {filled && t(`setup:credentials.recognised.${filled}`)}
      </p>
      <Addresses />
    </>
  );
}

/** Only for those who call WeChat through a relay. */
function Addresses() {
  const t = useText();
  const rules = useFieldRules();
  const form = Form.useFormInstance<CredentialsDraft>();
  const [open, setOpen] = useState(
    () => form.getFieldValue('apiBaseUrl') !== '' || form.getFieldValue('authorizeBaseUrl') !== '',
  );
  return (
    <>
      <Button type="link" aria-expanded={open} className="setup-fold" onClick={() => setOpen(!open)}>
        {t('setup:credentials.addresses')}
      </Button>
      <div className="steady-form-group" hidden={!open}>
        <Form.Item name="apiBaseUrl" label={t('accounts:form.apiBaseUrl')} rules={rules('apiBaseUrl', false)}>
          <Input
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://api.weixin.qq.com"
          />
        </Form.Item>
        <Form.Item
          name="authorizeBaseUrl"
          label={t('accounts:form.authorizeBaseUrl')}
          rules={rules('authorizeBaseUrl', false)}
        >
          <Input
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://open.weixin.qq.com"
          />
        </Form.Item>
      </div>
    </>
  );
}
