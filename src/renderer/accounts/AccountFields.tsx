/** The fields of an account, in the order one has them at hand. */
import { Collapse, Form, Input, Radio } from 'antd';
import {
  type Account,
  TokenMode,
  WECHAT_API_BASE_URL,
  WECHAT_AUTHORIZE_BASE_URL,
} from '#shared/model/account.ts';
import { completeUrl } from '../public-url/complete-url.ts';
import { TypedUrlHints } from '../public-url/PublicUrlHints.tsx';
import { useText } from '../text/text.ts';
import type { AccountDraft, TypedField } from './account-form.ts';
import { useFieldRules } from './field-rules.ts';
import { SecretField } from './SecretField.tsx';

interface AccountFieldsProps {
  account: Account | null;
  replacing: boolean;
  onReplace: (replacing: boolean) => void;
  advanced: boolean;
  onAdvanced: (open: boolean) => void;
}

export function AccountFields({ account, replacing, onReplace, advanced, onAdvanced }: AccountFieldsProps) {
  const t = useText();
  const rules = useFieldRules();
  return (
    <>
      <Form.Item
        name="name"
        label={t('accounts:form.name')}
        required={account !== null}
        rules={rules('name', account !== null)}
        extra={t('accounts:form.nameHelp')}
      >
        <Input autoComplete="off" placeholder={t('accounts:form.namePlaceholder')} />
      </Form.Item>
      {account?.sandbox ? (
        <p className="account-note">{t('accounts:form.sandboxHelp')}</p>
      ) : (
        <>
          <Form.Item
            name="appId"
            label={t('accounts:form.appId')}
            required
            rules={rules('appId', true)}
            extra={t('accounts:form.appIdHelp')}
          >
            <Input className="account-code" autoComplete="off" spellCheck={false} placeholder="wx…" />
          </Form.Item>
          <SecretField account={account} replacing={replacing} onReplace={onReplace} />
        </>
      )}
      <PublicUrlField />
      {!account?.sandbox && (
        <Collapse
          ghost
          styles={{ header: { paddingInline: 0 }, body: { paddingInline: 0 } }}
          activeKey={advanced ? ['advanced'] : []}
          onChange={(keys) => onAdvanced(keys.length > 0)}
          items={[
            {
              key: 'advanced',
              label: t('accounts:form.advanced'),
              forceRender: true,
              children: <AdvancedFields />,
            },
          ]}
        />
      )}
    </>
  );
}

function PublicUrlField() {
  const t = useText();
  const typed: string = Form.useWatch('publicUrl') ?? '';
  return (
    <UrlField
      field="publicUrl"
      label={t('accounts:form.publicUrl')}
      placeholder="https://"
      extra={
        <>
          {t('accounts:form.publicUrlHelp')}
          <TypedUrlHints typed={typed} />
        </>
      }
    />
  );
}

function AdvancedFields() {
  const t = useText();
  return (
    <div className="steady-form-group">
      <Form.Item required name="tokenMode" label={t('accounts:form.tokenMode')}>
        <Radio.Group className="choices">
          {TokenMode.options.map((mode) => (
            <Radio key={mode} value={mode}>
              {t(`accounts:tokenModes.${mode}`)}
              <span className="choice-why">{t(`accounts:tokenModes.${mode}Why`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <UrlField
        field="apiBaseUrl"
        label={t('accounts:form.apiBaseUrl')}
        placeholder={WECHAT_API_BASE_URL}
        extra={t('accounts:form.apiBaseUrlHelp')}
      />
      <UrlField
        field="authorizeBaseUrl"
        label={t('accounts:form.authorizeBaseUrl')}
        placeholder={WECHAT_AUTHORIZE_BASE_URL}
        extra={t('accounts:form.authorizeBaseUrlHelp')}
      />
    </div>
  );
}

interface UrlFieldProps {
  field: Extract<TypedField, `${string}Url`>;
  label: string;
  placeholder: string;
  extra: React.ReactNode;
}

/** A URL whose scheme may be left out: it is completed on leaving the field. */
function UrlField({ field, label, placeholder, extra }: UrlFieldProps) {
  const form = Form.useFormInstance<AccountDraft>();
  const rules = useFieldRules();
  return (
    <Form.Item name={field} label={label} rules={rules(field, false)} extra={extra}>
      <Input
        className="account-code"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        onBlur={(event) => form.setFieldValue(field, completeUrl(event.target.value))}
      />
    </Form.Item>
  );
}
