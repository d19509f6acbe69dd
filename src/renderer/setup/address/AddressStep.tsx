/** Step 4: the address phones come back to, judged as it is typed, and what of it goes into WeChat's console. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import { problemOf } from '../../accounts/account-form.ts';
import { Callout } from '../../components/Callout.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { SteadyForm } from '../../components/SteadyForm.tsx';
import { useConsole } from '../../host/console.tsx';
import { completeUrl } from '../../public-url/complete-url.ts';
import { PrintedCodesHint } from '../../public-url/PrintedCodesHint.tsx';
import { UrlRules } from '../../public-url/PublicUrlHints.tsx';
import { useText } from '../../text/text.ts';
import { FindingLines } from '../FindingCallout.tsx';
import type { AccountGuide } from '../guide.ts';
import { StepFrame, type StepProps } from '../StepFrame.tsx';
import { STEP_CHECKS } from '../steps.ts';
import { DomainBox } from './DomainBox.tsx';
import { typedRules } from './typed-rules.ts';

const FORM = 'setup-address';

export function AddressStep({ guide, heading }: StepProps<AccountGuide>) {
  const t = useText();
  const { publicUrl, draft, kind, examination, states } = guide;
  const [typed, setTyped] = useState(draft.publicUrl ?? publicUrl ?? '');
  const [touched, setTouched] = useState(false);
  const save = useSaveAddress(guide);
  const running = STEP_CHECKS.address.some(examination.isRunning);
  const rules = typedRules(typed, kind);
  const problem = problemOf('publicUrl', typed, true);

  function type(value: string): void {
    setTyped(value);
    draft.change({ publicUrl: value });
  }
  const { public_url, dns, tls } = examination.findings;
  return (
    <StepFrame
      step="address"
      guide={guide}
      heading={heading}
      onward={states.address === 'attention'}
      action={(looks) => (
        <Button {...looks} htmlType="submit" form={FORM} loading={save.isPending || running}>
          {t('setup:address.save')}
        </Button>
      )}
    >
      <SteadyForm
        id={FORM}
        onFinish={() => {
          setTouched(true);
          if (problem === null) save.mutate(completeUrl(typed));
        }}
      >
        <Form.Item
          label={t('setup:address.label')}
          htmlFor="setup-public-url"
          validateStatus={touched && problem ? 'error' : undefined}
          help={touched && problem ? t(`accounts:problems.publicUrl.${problem}`) : undefined}
          extra={
            <>
              <div role="status">{rules.length > 0 && <UrlRules rules={rules} />}</div>
              <PrintedCodesHint before={guide.account.publicUrl} typed={typed} />
            </>
          }
        >
          <Input
            id="setup-public-url"
            size="large"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder={t(kind === 'test' ? 'setup:address.testPlaceholder' : 'setup:address.placeholder')}
            value={typed}
            onChange={({ target }) => type(target.value)}
            onBlur={() => {
              setTouched(typed !== '');
              type(completeUrl(typed));
            }}
          />
        </Form.Item>
      </SteadyForm>
      {save.error && <FailureCallout error={save.error} />}
      {running && <Callout tone="busy" title={t('setup:address.checking')} />}
      {/* Rules that the URL breaks stand below the field already. */}
      {!running && public_url?.cause !== 'not_set' && (
        <FindingLines findings={[public_url?.state === 'ok' ? public_url : undefined, dns, tls]} />
      )}
      <DomainBox typed={completeUrl(typed)} kind={kind} />
    </StepFrame>
  );
}

function useSaveAddress({ account, draft, examination }: AccountGuide) {
  const { client, query } = useConsole();
  const queryClient = useQueryClient();
  return useMutation({
    async mutationFn(publicUrl: string): Promise<Account> {
      const url = publicUrl.replace(/\/+$/, '');
      return url === account.publicUrl ? account : client.accounts.update({ id: account.id, publicUrl: url });
    },
    async onSuccess(saved) {
      draft.change({ publicUrl: null });
      void examination.examine(saved, STEP_CHECKS.address);
      await queryClient.invalidateQueries({ queryKey: query.accounts.list.key() });
    },
  });
}
