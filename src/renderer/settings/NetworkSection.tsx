/** How WeChat is reached: a proxy, how long to wait, and a test of what is in force. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useEffect, useState } from 'react';
import type { Network, NetworkPatch } from '#shared/model/network.ts';
import { Callout } from '../components/Callout.tsx';
import { SteadyForm } from '../components/SteadyForm.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';
import { ConnectionTest } from './ConnectionTest.tsx';
import { NetworkFields } from './NetworkFields.tsx';
import { type NetworkDraft, networkDraftOf, networkPatchOf } from './network-form.ts';
import { SaveFailure } from './SaveFailure.tsx';
import { SettingsSection } from './SettingsSection.tsx';

export function NetworkSection({ network }: { network: Network }) {
  const t = useText();
  const change = useChangeNetwork();
  const [form] = Form.useForm<NetworkDraft>();
  const [unchanged, setUnchanged] = useState(false);
  const { proxyUrl, proxyUser, hasProxyPassword, connectSeconds, callSeconds } = network;

  // A restore or an import may have changed them meanwhile; a saved password leaves its field.
  useEffect(() => {
    form.setFieldsValue(
      networkDraftOf({ proxyUrl, proxyUser, hasProxyPassword, connectSeconds, callSeconds }),
    );
  }, [form, proxyUrl, proxyUser, hasProxyPassword, connectSeconds, callSeconds]);

  function save(typed: Partial<NetworkDraft>): void {
    const patch = networkPatchOf({ ...networkDraftOf(network), ...typed }, network);
    setUnchanged(Object.keys(patch).length === 0);
    if (Object.keys(patch).length === 0) change.reset();
    else change.mutate(patch, { onSuccess: (saved) => form.setFieldsValue(networkDraftOf(saved)) });
  }

  return (
    <SettingsSection name="network">
      <p className="settings-note">{t('settings:network.intro')}</p>
      <SteadyForm
        form={form}
        name="network"
        autoComplete="off"
        initialValues={networkDraftOf(network)}
        onFinish={save}
      >
        <NetworkFields network={network} />
        <p className="settings-note">{t('settings:network.tls')}</p>
        {change.error && (
          <SaveFailure error={change.error} saving={change.isPending} onDecided={() => form.submit()} />
        )}
        {change.isSuccess && !unchanged && <Callout tone="success" title={t('settings:network.saved')} />}
        {unchanged && <Callout tone="info" title={t('settings:network.unchanged')} />}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('settings:network.save')}
        </Button>
      </SteadyForm>
      <ConnectionTest />
    </SettingsSection>
  );
}

function useChangeNetwork() {
  const { client, query } = useConsole();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (patch: NetworkPatch) => client.host.changeNetwork(patch),
    onSuccess: (network) => queryClient.setQueryData(query.host.network.queryKey(), network),
  });
}
