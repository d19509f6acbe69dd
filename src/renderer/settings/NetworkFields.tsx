/** The network's fields. A proxy's user and password show once there is a proxy. */
import { Form, Input, InputNumber } from 'antd';
import type { Network } from '#shared/model/network.ts';
import { useText } from '../text/text.ts';
import { completeProxyUrl, keepsPassword, type NetworkDraft, networkProblemOf } from './network-form.ts';
import { WriteOnlyField } from './WriteOnlyField.tsx';

type Field = Parameters<typeof networkProblemOf>[0];

export function NetworkFields({ network }: { network: Network }) {
  const t = useText();
  const form = Form.useFormInstance<NetworkDraft>();
  const proxyUrl = Form.useWatch<string | undefined>('proxyUrl') ?? network.proxyUrl ?? '';
  const proxied = proxyUrl.trim() !== '';
  const rules = useRules();
  return (
    <>
      <Form.Item
        name="proxyUrl"
        label={t('settings:network.proxyUrl')}
        extra={t('settings:network.proxyUrlHelp')}
        rules={rules('proxyUrl')}
      >
        <Input
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="http://10.0.0.1:3128"
          onBlur={(event) => form.setFieldValue('proxyUrl', completeProxyUrl(event.target.value))}
        />
      </Form.Item>
      {proxied && (
        <div className="settings-pair">
          <Form.Item name="proxyUser" label={t('settings:network.proxyUser')} rules={rules('proxyUser')}>
            <Input autoComplete="off" spellCheck={false} />
          </Form.Item>
          <WriteOnlyField
            name="proxyPassword"
            kept="passwordKept"
            stored={keepsPassword({ proxyUrl, passwordKept: true }, network)}
            label={t('settings:network.proxyPassword')}
            help={t('settings:network.proxyPasswordHelp')}
            words={{
              stored: t('settings:network.passwordStored'),
              replace: t('settings:network.replace'),
              keep: t('settings:network.keep'),
            }}
            rules={rules('proxyPassword')}
          />
        </div>
      )}
      <div>
        <div className="settings-pair">
          {(['connectSeconds', 'callSeconds'] as const).map((field) => (
            <Form.Item key={field} name={field} label={t(`settings:network.${field}`)} rules={rules(field)}>
              <InputNumber
                className="settings-port"
                controls={false}
                inputMode="decimal"
                suffix={t('settings:network.seconds')}
              />
            </Form.Item>
          ))}
        </div>
        <p className="settings-note">{t('settings:network.limitsHelp')}</p>
      </div>
    </>
  );
}

function useRules() {
  const t = useText();
  function wordingOf(field: Field, problem: NonNullable<ReturnType<typeof networkProblemOf>>): string {
    if (field !== 'proxyUrl') return t(`settings:network.problems.${field}`);
    return t(`settings:network.problems.proxyUrl.${problem === 'password_in_url' ? problem : 'malformed'}`);
  }
  return (field: Field) => [
    {
      async validator(_rule: unknown, typed: string | number | null | undefined) {
        const problem = networkProblemOf(field, typed ?? null);
        if (problem) throw new Error(wordingOf(field, problem));
      },
    },
  ];
}
