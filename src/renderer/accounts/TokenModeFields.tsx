/** Where the global token comes from, and for the organisation's own service how to read it there. */
import { Form, Input, Radio } from 'antd';
import type { Account } from '#shared/model/account.ts';
import { TokenMode } from '#shared/model/token.ts';
import { WriteOnlyField } from '../settings/WriteOnlyField.tsx';
import { useText } from '../text/text.ts';
import { useFieldRules } from './field-rules.ts';
import { keepsBearer } from './shared-token-form.ts';
import { UrlField } from './UrlField.tsx';

export function TokenModeFields({ account, initial }: { account: Account | null; initial: TokenMode }) {
  const t = useText();
  const mode: TokenMode = Form.useWatch('tokenMode') ?? initial;
  return (
    <>
      <Form.Item required name="tokenMode" label={t('accounts:form.tokenMode')}>
        <Radio.Group className="choices">
          {TokenMode.options.map((offered) => (
            <Radio key={offered} value={offered}>
              {t(`accounts:tokenModes.${offered}`)}
              <span className="choice-why">{t(`accounts:tokenModes.${offered}Why`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {mode === 'shared' && <SharedTokenFields account={account} />}
    </>
  );
}

function SharedTokenFields({ account }: { account: Account | null }) {
  const t = useText();
  const rules = useFieldRules();
  const stored = account?.sharedToken ?? null;
  const serviceUrl: string = Form.useWatch('serviceUrl') ?? stored?.url ?? '';
  return (
    <div className="account-nested">
      <UrlField
        required
        field="serviceUrl"
        label={t('accounts:form.serviceUrl')}
        placeholder="https://token.example.com/wechat"
        extra={t('accounts:form.serviceUrlHelp')}
      />
      <WriteOnlyField
        name="bearer"
        kept="bearerKept"
        stored={keepsBearer({ serviceUrl, bearerKept: true }, stored)}
        label={t('accounts:form.bearer')}
        help={t('accounts:form.bearerHelp')}
        words={{
          stored: t('accounts:form.bearerStored'),
          replace: t('accounts:form.secretReplace'),
          keep: t('accounts:form.secretKeep'),
        }}
        rules={rules('bearer', false)}
      />
      {(['tokenPointer', 'expiryPointer'] as const).map((field) => (
        <Form.Item
          key={field}
          name={field}
          required={field === 'tokenPointer'}
          label={t(`accounts:form.${field}`)}
          rules={rules(field, false)}
          extra={t(`accounts:form.${field}Help`)}
        >
          <Input className="account-code" autoComplete="off" spellCheck={false} />
        </Form.Item>
      ))}
    </div>
  );
}
