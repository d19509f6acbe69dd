/** Everything that can be carried to another machine, encrypted with a password typed twice. */
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ExportPassword } from '#shared/model/safekeeping.ts';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { SteadyForm } from '../components/SteadyForm.tsx';
import { saveText } from '../components/save-file.ts';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';
import { strengthOf } from './password-strength.ts';

interface Typed {
  password: string;
  again: string;
}

export function ExportSettings() {
  const t = useText();
  const { query } = useConsole();
  const [form] = Form.useForm<Typed>();
  const [saved, setSaved] = useState<string | null>(null);
  const make = useMutation(query.safekeeping.exportSettings.mutationOptions());
  const password = Form.useWatch('password', form) ?? '';

  function run({ password: chosen }: Typed): void {
    setSaved(null);
    make.mutate(
      { password: chosen },
      {
        onSuccess({ fileName, text }) {
          saveText(text, fileName);
          form.resetFields();
          // The answer holds the whole file: it need not stay in memory.
          make.reset();
          setSaved(fileName);
        },
      },
    );
  }

  const strength = strengthOf(password);
  return (
    <SteadyForm form={form} name="export" onFinish={run}>
      <Callout tone="info" title={t('settings:safekeeping.export.warning')} />
      <div className="settings-pair">
        <Form.Item
          name="password"
          label={t('settings:safekeeping.export.password')}
          rules={[
            {
              async validator(_rule, typed: string | undefined) {
                if (ExportPassword.safeParse(typed ?? '').success) return;
                const problem = (typed ?? '').length < 10 ? 'short' : 'long';
                throw new Error(t(`settings:safekeeping.export.problems.${problem}`));
              },
            },
          ]}
          extra={
            <span className="password-strength" data-strength={password === '' ? 'none' : strength}>
              <span className="password-strength-bar" aria-hidden="true" />
              <span role="status">
                {password === '' ? '' : t(`settings:safekeeping.export.strengths.${strength}`)}
              </span>
            </span>
          }
        >
          <Input.Password autoComplete="new-password" spellCheck={false} data-1p-ignore />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('settings:safekeeping.export.again')}
          dependencies={['password']}
          rules={[
            ({ getFieldValue }) => ({
              async validator(_rule, typed: string | undefined) {
                if ((typed ?? '') === (getFieldValue('password') ?? '')) return;
                throw new Error(t('settings:safekeeping.export.problems.different'));
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" spellCheck={false} data-1p-ignore />
        </Form.Item>
      </div>
      {make.error && <FailureCallout error={make.error} />}
      {saved !== null && (
        <Callout tone="success" title={t('settings:safekeeping.export.done', { name: saved })} />
      )}
      <Button htmlType="submit" loading={make.isPending}>
        {t('settings:safekeeping.export.button')}
      </Button>
    </SteadyForm>
  );
}
