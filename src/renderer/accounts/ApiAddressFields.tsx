/** Which of WeChat's own hosts is called, or a relay of one's own. */
import { Form, Select } from 'antd';
import { useText } from '../text/text.ts';
import { API_HOSTS, type ApiHost, apiAddressOf } from './api-host.ts';
import { RelayHelp } from './RelayHelp.tsx';
import { UrlField } from './UrlField.tsx';

export function ApiAddressFields({ initial }: { initial: ApiHost }) {
  const t = useText();
  const host: ApiHost = Form.useWatch('apiHost') ?? initial;
  return (
    <>
      <Form.Item
        required
        name="apiHost"
        label={t('accounts:form.apiHost')}
        extra={t('accounts:form.apiHostHelp')}
      >
        <Select
          // Beside its field, so that it moves with it while the fields around it unfold.
          getPopupContainer={(field) => field.parentElement ?? document.body}
          options={API_HOSTS.map((offered) => ({
            value: offered,
            label:
              offered === 'relay'
                ? t('accounts:apiHosts.relay')
                : `${t(`accounts:apiHosts.${offered}`)} · ${new URL(apiAddressOf(offered, '')).host}`,
          }))}
        />
      </Form.Item>
      {host === 'relay' && (
        <UrlField
          required
          field="apiBaseUrl"
          label={t('accounts:form.apiBaseUrl')}
          placeholder="https://relay.example.com"
          extra={t('accounts:form.apiBaseUrlHelp')}
        />
      )}
      <RelayHelp />
    </>
  );
}
