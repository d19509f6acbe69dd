/** Where phones come back to: tried at once, and the old address stays in use when the new one cannot be had. */
import { Button, Form, Input, InputNumber, Radio } from 'antd';
import { useEffect, useState } from 'react';
import type { Settings } from '#shared/model/host.ts';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { SteadyForm } from '../components/SteadyForm.tsx';
import { isAnswer } from '../host/failures.ts';
import { completeUrl } from '../public-url/complete-url.ts';
import { PrintedCodesHint } from '../public-url/PrintedCodesHint.tsx';
import { TypedUrlHints } from '../public-url/PublicUrlHints.tsx';
import { useText } from '../text/text.ts';
import { CallbackNow } from './CallbackNow.tsx';
import { type CallbackDraft, callbackDraftOf, callbackPatchOf, isBad, type Reach } from './callback-form.ts';
import { SettingsSection } from './SettingsSection.tsx';
import { useChangeSettings } from './use-change-settings.ts';

const REACHES: readonly Reach[] = ['loopback', 'everywhere', 'other'];

export function CallbackSection({ settings }: { settings: Settings }) {
  const t = useText();
  const change = useChangeSettings();
  const [form] = Form.useForm<CallbackDraft>();
  const [unchanged, setUnchanged] = useState(false);
  const { callbackHost, callbackPort, publicUrl } = settings;

  // Another window, or the notice that offers a free port, may have changed them meanwhile.
  useEffect(() => {
    form.setFieldsValue(callbackDraftOf({ callbackHost, callbackPort, publicUrl }));
  }, [form, callbackHost, callbackPort, publicUrl]);

  async function save(typed: CallbackDraft): Promise<void> {
    const patch = callbackPatchOf({ ...callbackDraftOf(settings), ...typed }, settings);
    setUnchanged(Object.keys(patch).length === 0);
    if (Object.keys(patch).length > 0) change.mutate(patch);
    else change.reset();
  }

  const offered = offeredPort(change.error);
  return (
    <SettingsSection name="callback">
      <p className="settings-note">{t('settings:callback.intro')}</p>
      <CallbackNow />
      <SteadyForm form={form} name="callback" initialValues={callbackDraftOf(settings)} onFinish={save}>
        <ReachFields />
        <Form.Item
          name="port"
          label={t('settings:callback.port')}
          extra={t('settings:callback.portHelp')}
          rules={[refuse('port', t('settings:callback.problems.port'))]}
        >
          <InputNumber className="settings-port" controls={false} inputMode="numeric" />
        </Form.Item>
        <PublicUrlField before={publicUrl} />
        {change.error && (
          <FailureCallout
            error={change.error}
            action={
              offered !== null && (
                <Button
                  type="primary"
                  loading={change.isPending}
                  onClick={() => {
                    form.setFieldValue('port', offered);
                    form.submit();
                  }}
                >
                  {t('settings:callback.useOffered', { port: offered })}
                </Button>
              )
            }
          />
        )}
        {change.isSuccess && !unchanged && <Callout tone="success" title={t('settings:callback.saved')} />}
        {unchanged && <Callout tone="info" title={t('settings:callback.savedNoChange')} />}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('settings:callback.save')}
        </Button>
      </SteadyForm>
    </SettingsSection>
  );
}

function ReachFields() {
  const t = useText();
  const reach: Reach | undefined = Form.useWatch('reach');
  return (
    <>
      <Form.Item name="reach" label={t('settings:callback.host')}>
        <Radio.Group className="choices">
          {REACHES.map((choice) => (
            <Radio key={choice} value={choice}>
              {t(`settings:callback.${choice}`)}
              <span className="choice-why">{t(`settings:callback.${choice}Help`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {reach === 'other' && (
        <Form.Item
          name="host"
          label={t('settings:callback.otherLabel')}
          rules={[refuse('host', t('settings:callback.problems.host'))]}
        >
          <Input autoComplete="off" spellCheck={false} placeholder="192.168.1.20" />
        </Form.Item>
      )}
    </>
  );
}

function PublicUrlField({ before }: { before: string | null }) {
  const t = useText();
  const form = Form.useFormInstance<CallbackDraft>();
  const watched: string | undefined = Form.useWatch('publicUrl');
  const typed = watched ?? before ?? '';
  return (
    <Form.Item
      name="publicUrl"
      label={t('settings:callback.publicUrl')}
      rules={[refuse('publicUrl', t('settings:callback.problems.publicUrl'))]}
      extra={
        <>
          {t('settings:callback.publicUrlHelp')}
          <TypedUrlHints typed={typed} />
          <PrintedCodesHint before={before} typed={typed} />
        </>
      }
    >
      <Input
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        placeholder="https://"
        onBlur={(event) => form.setFieldValue('publicUrl', completeUrl(event.target.value))}
      />
    </Form.Item>
  );
}

function refuse(field: Parameters<typeof isBad>[0], problem: string) {
  return {
    async validator(_rule: unknown, typed: string | number | null) {
      if (isBad(field, typed)) throw new Error(problem);
    },
  };
}

/** The free port a refusal offers, or null. */
function offeredPort(error: unknown): number | null {
  if (!isAnswer(error) || error.code !== 'PORT_IN_USE') return null;
  const { data } = error;
  if (typeof data !== 'object' || data === null || !('offeredPort' in data)) return null;
  return typeof data.offeredPort === 'number' ? data.offeredPort : null;
}
