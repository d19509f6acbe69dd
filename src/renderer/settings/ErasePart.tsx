/** Forgetting one person by their openid, in one account. */
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { Erasure } from '#shared/model/person.ts';
import { ErasePerson } from '../components/person/ErasePerson.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { Erased } from '../records/Erased.tsx';
import { useText } from '../text/text.ts';
import '../components/person/person.css';

interface Asked {
  accountId: string;
  openid: string;
}

export function ErasePart() {
  const t = useText();
  const { account, accounts } = useCurrentAccount();
  const [form] = Form.useForm<Asked>();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [erasure, setErasure] = useState<Erasure | null>(null);
  if (!account) return <p>{t('settings:privacy.erase.noAccount')}</p>;
  return (
    <>
      <Form
        form={form}
        layout="inline"
        className="privacy-erase"
        colon={false}
        requiredMark={false}
        initialValues={{ accountId: account.id, openid: '' }}
        onFinish={({ accountId, openid }: Asked) => {
          setErasure(null);
          setAsked({ accountId, openid: openid.trim() });
        }}
      >
        {accounts.length > 1 && (
          <Form.Item name="accountId" label={t('settings:privacy.erase.account')}>
            <Select
              popupMatchSelectWidth={false}
              options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        <Form.Item
          name="openid"
          label={t('settings:privacy.erase.openid')}
          rules={[{ required: true, whitespace: true, message: t('settings:privacy.erase.required') }]}
        >
          <Input spellCheck={false} autoComplete="off" maxLength={128} />
        </Form.Item>
        <Button danger htmlType="submit">
          {t('settings:privacy.erase.button')}
        </Button>
      </Form>
      {erasure && <Erased erasure={erasure} onDismiss={() => setErasure(null)} />}
      {asked && (
        <ErasePerson
          {...asked}
          accountId={asked.accountId ?? account.id}
          onClose={() => setAsked(null)}
          onErased={(done) => {
            setErasure(done);
            form.resetFields();
          }}
        />
      )}
    </>
  );
}
