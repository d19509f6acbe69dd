/** The fields behind "set", "change" and "remove". What was typed goes to the host and is forgotten here. */
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Pin } from '#shared/model/lock.ts';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { SteadyForm } from '../../components/SteadyForm.tsx';
import { useConsole } from '../../host/console.tsx';
import { useText } from '../../text/text.ts';
import { useLock } from '../use-lock.ts';

export type PinDeed = 'set' | 'change' | 'remove';

interface Typed {
  current?: string;
  pin?: string;
  again?: string;
}

interface PinFormProps {
  deed: PinDeed;
  onDone: () => void;
  onCancel: () => void;
}

export function PinForm({ deed, onDone, onCancel }: PinFormProps) {
  const t = useText();
  const { client } = useConsole();
  const { changed } = useLock();
  const [form] = Form.useForm<Typed>();
  const save = useMutation({
    mutationFn: ({ current: currentPin, pin = '' }: Typed) =>
      deed === 'remove' ? client.lock.removePin({ currentPin }) : client.lock.setPin({ pin, currentPin }),
    gcTime: 0,
    onSuccess(next) {
      form.resetFields();
      changed(next);
      onDone();
    },
  });
  const labels = {
    set: 'lock:settings.set',
    change: 'lock:settings.save',
    remove: 'lock:settings.confirmRemove',
  } as const;
  return (
    <SteadyForm form={form} name="pin" className="lock-form" onFinish={(typed) => save.mutate(typed)}>
      {deed !== 'set' && <PinField name="current" label={t('lock:settings.current')} />}
      {deed !== 'remove' && (
        <>
          <PinField
            name="pin"
            label={t(deed === 'set' ? 'lock:settings.pin' : 'lock:settings.newPin')}
            extra={t('lock:settings.pinHelp')}
          />
          <PinField name="again" label={t('lock:settings.again')} sameAs="pin" />
        </>
      )}
      {save.error && <FailureCallout error={save.error} />}
      <div className="settings-inline">
        <Button
          htmlType="submit"
          type={deed === 'remove' ? 'default' : 'primary'}
          danger={deed === 'remove'}
          loading={save.isPending}
        >
          {t(labels[deed])}
        </Button>
        {deed !== 'set' && <Button onClick={onCancel}>{t('cancel')}</Button>}
      </div>
    </SteadyForm>
  );
}

interface PinFieldProps {
  name: keyof Typed;
  label: string;
  extra?: string;
  /** The field it must repeat. */
  sameAs?: keyof Typed;
}

function PinField({ name, label, extra, sameAs }: PinFieldProps) {
  const t = useText();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      dependencies={sameAs === undefined ? [] : [sameAs]}
      rules={[
        ({ getFieldValue }) => ({
          async validator(_rule, typed: string | undefined) {
            if (sameAs === undefined && !Pin.safeParse(typed).success)
              throw new Error(t('lock:settings.problems.digits'));
            if (sameAs !== undefined && (typed ?? '') !== (getFieldValue(sameAs) ?? ''))
              throw new Error(t('lock:settings.problems.different'));
          },
        }),
      ]}
    >
      <Input.Password
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        data-1p-ignore
        data-lpignore="true"
      />
    </Form.Item>
  );
}
