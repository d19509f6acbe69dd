/**
 * The AppSecret goes in here and never comes out: an empty password field, or the last four characters and
 * a way to replace them. Beside it stands what this machine's vault is worth.
 */
import { Button, Form, Input } from 'antd';
import type { Account } from '#shared/model/account.ts';
import { type Text, useText } from '../text/text.ts';
import { SecretState } from './AccountFacts.tsx';
import { useFieldRules } from './field-rules.ts';
import { secretTrouble } from './secret-trouble.ts';
import { VaultNote } from './VaultNote.tsx';

interface SecretFieldProps {
  /** The account being changed, or null for a new one. */
  account: Account | null;
  replacing: boolean;
  onReplace: (replacing: boolean) => void;
}

export function SecretField({ account, replacing, onReplace }: SecretFieldProps) {
  const t = useText();
  const rules = useFieldRules();
  const stored = account?.secretState === 'ok';
  if (stored && !replacing) {
    return (
      <Form.Item required label={t('accounts:form.secret')}>
        <div className="account-inline">
          <SecretState account={account} />
          <Button onClick={() => onReplace(true)}>{t('accounts:form.secretReplace')}</Button>
        </div>
      </Form.Item>
    );
  }
  const required = account === null || replacing;
  return (
    <>
      <Form.Item
        name="appSecret"
        label={t('accounts:form.secret')}
        required={required}
        rules={rules('appSecret', required)}
        extra={secretHelp(t, account)}
      >
        <Input.Password
          autoComplete="off"
          spellCheck={false}
          autoFocus={replacing}
          data-1p-ignore
          data-lpignore="true"
        />
      </Form.Item>
      {stored && (
        <Button size="small" onClick={() => onReplace(false)}>
          {t('accounts:form.secretKeep')}
        </Button>
      )}
      <VaultNote />
    </>
  );
}

function secretHelp(t: Text, account: Account | null): string {
  const trouble = account && secretTrouble(account);
  return trouble === null ? t('accounts:form.secretHelp') : t(`accounts:secret.${trouble}Why`);
}
