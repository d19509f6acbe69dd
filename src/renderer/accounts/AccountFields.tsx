/** The fields of an account, in the order one has them at hand. */
import { Collapse, Form, Input, Radio } from 'antd';
import { type Account, AccountKind, WECHAT_AUTHORIZE_BASE_URL } from '#shared/model/account.ts';
import { PrintedCodesHint } from '../public-url/PrintedCodesHint.tsx';
import { TypedUrlHints } from '../public-url/PublicUrlHints.tsx';
import { useText } from '../text/text.ts';
import { ApiAddressFields } from './ApiAddressFields.tsx';
import type { AccountDraft } from './account-form.ts';
import { useFieldRules } from './field-rules.ts';
import { SecretField } from './SecretField.tsx';
import { TokenModeFields } from './TokenModeFields.tsx';
import { UrlField } from './UrlField.tsx';

interface AccountFieldsProps {
  account: Account | null;
  initial: AccountDraft;
  replacing: boolean;
  onReplace: (replacing: boolean) => void;
  advanced: boolean;
  onAdvanced: (open: boolean) => void;
}

export function AccountFields({ account, initial, advanced, onAdvanced, ...secret }: AccountFieldsProps) {
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
          <SecretField account={account} {...secret} />
          <KindField />
        </>
      )}
      <PublicUrlField before={account?.publicUrl ?? null} />
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
              children: <AdvancedFields account={account} initial={initial} />,
            },
          ]}
        />
      )}
    </>
  );
}

function KindField() {
  const t = useText();
  return (
    <Form.Item name="kind" label={t('accounts:form.kind')}>
      <Radio.Group className="choices">
        {AccountKind.options.map((kind) => (
          <Radio key={kind} value={kind}>
            {t(`accounts:kinds.${kind}`)}
            <span className="choice-why">{t(`accounts:kinds.${kind}Why`)}</span>
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  );
}

function PublicUrlField({ before }: { before: string | null }) {
  const t = useText();
  const watched: string | undefined = Form.useWatch('publicUrl');
  const typed = watched ?? before ?? '';
  return (
    <UrlField
      field="publicUrl"
      label={t('accounts:form.publicUrl')}
      placeholder="https://"
      extra={
        <>
          {t('accounts:form.publicUrlHelp')}
          <TypedUrlHints typed={typed} />
          <PrintedCodesHint before={before} typed={typed} />
        </>
      }
    />
  );
}

function AdvancedFields({ account, initial }: { account: Account | null; initial: AccountDraft }) {
  const t = useText();
  return (
    <div className="steady-form-group">
      <TokenModeFields account={account} initial={initial.tokenMode} />
      <ApiAddressFields initial={initial.apiHost} />
      <UrlField
        field="authorizeBaseUrl"
        label={t('accounts:form.authorizeBaseUrl')}
        placeholder={WECHAT_AUTHORIZE_BASE_URL}
        extra={t('accounts:form.authorizeBaseUrlHelp')}
      />
    </div>
  );
}
