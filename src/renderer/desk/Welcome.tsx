/** The desk before there is anything to scan: the next click, and only that. */
import { ArrowRightOutlined, ExperimentOutlined, PlusOutlined, QrcodeOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { EmptyState } from '../components/EmptyState.tsx';
import { useConsole } from '../host/console.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { setupHash } from '../setup/places.ts';
import { describeError } from '../text/describe-error.ts';
import { useText } from '../text/text.ts';

/** No account yet: the sandbox, or an account of their own. */
export function Welcome() {
  const t = useText();
  const { client, query } = useConsole();
  const { choose } = useCurrentAccount();
  const queryClient = useQueryClient();
  const addSandbox = useMutation({
    async mutationFn() {
      const account = await client.accounts.addSandbox();
      const { items } = await client.entries.list({ accountId: account.id });
      if (items.length === 0) {
        await client.entries.create({ accountId: account.id, name: t('desk:firstEntry.name') });
      }
      choose(account.id);
      await queryClient.invalidateQueries({ queryKey: query.accounts.key() });
    },
  });
  return (
    <div className="welcome">
      <h2>{t('desk:welcome.title')}</h2>
      <p>{t('desk:welcome.body')}</p>
      <div className="welcome-choices">
        <button
          type="button"
          className="welcome-choice"
          data-primary
          disabled={addSandbox.isPending}
          onClick={() => addSandbox.mutate()}
        >
          <Choice
            icon={<ExperimentOutlined />}
            title={t('desk:welcome.sandbox')}
            body={t('desk:welcome.sandboxBody')}
          />
        </button>
        <a className="welcome-choice" href={setupHash(null)}>
          <Choice
            icon={<PlusOutlined />}
            title={t('desk:welcome.account')}
            body={t('desk:welcome.accountBody')}
          />
        </a>
      </div>
      <Failure error={addSandbox.error} />
    </div>
  );
}

function Choice({ icon, title, body }: { icon: ReactNode; title: string; body: string }) {
  return (
    <>
      <span className="welcome-icon">{icon}</span>
      <strong>
        {title} <ArrowRightOutlined />
      </strong>
      <span>{body}</span>
    </>
  );
}

/** An account, but nothing to scan: one click makes an entry. */
export function FirstEntry({
  accountId,
  onCreated,
}: {
  accountId: string;
  onCreated: (entryId: string) => void;
}) {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const name = t('desk:firstEntry.name');
  const create = useMutation(
    query.entries.create.mutationOptions({
      async onSuccess(entry) {
        onCreated(entry.id);
        await queryClient.invalidateQueries({ queryKey: query.entries.list.key() });
      },
    }),
  );
  return (
    <div className="welcome">
      <EmptyState
        icon={<QrcodeOutlined />}
        title={t('desk:firstEntry.title')}
        actions={
          <Button
            type="primary"
            size="large"
            loading={create.isPending}
            onClick={() => create.mutate({ accountId, name })}
          >
            {t('desk:firstEntry.create', { name })}
          </Button>
        }
      >
        {t('desk:firstEntry.body')}
      </EmptyState>
      <Failure error={create.error} />
    </div>
  );
}

function Failure({ error }: { error: Error | null }) {
  const t = useText();
  if (!error) return null;
  const { title, remedy } = describeError(t, error);
  return (
    <p className="failure" role="alert">
      <strong>{title}</strong> {remedy}
    </p>
  );
}
