/** For accounts WeChat gives no web authorization: what is left, and two ways to go on today. */
import { ExperimentOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Callout } from '../../components/Callout.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useConsole } from '../../host/console.tsx';
import { useCurrentAccount } from '../../host/current-account.tsx';
import { hashOf } from '../../routing.ts';
import { useText } from '../../text/text.ts';
import { TEST_ACCOUNT_PAGE } from '../wechat-console.ts';

export function NeitherKind() {
  const t = useText();
  const { query } = useConsole();
  const { choose } = useCurrentAccount();
  const queryClient = useQueryClient();
  const sandbox = useMutation(
    query.accounts.addSandbox.mutationOptions({
      async onSuccess({ id }) {
        choose(id);
        await queryClient.invalidateQueries({ queryKey: query.accounts.key() });
        location.hash = hashOf('desk');
      },
    }),
  );
  return (
    <>
      <Callout tone="warning" title={t('setup:kind.neither.title')}>
        <p>{t('setup:kind.neither.body')}</p>
      </Callout>
      <div className="ways-out">
        <div>
          <h3>{t('setup:kind.neither.test')}</h3>
          <p>{t('setup:kind.neither.testHow')}</p>
          <p className="ways-out-address">
            <code>{TEST_ACCOUNT_PAGE}</code>
            <CopyButton
              size="small"
              type="text"
              iconOnly
              text={TEST_ACCOUNT_PAGE}
              label={t('setup:kind.neither.copyTest')}
            />
          </p>
        </div>
        <div>
          <h3>{t('setup:kind.neither.sandbox')}</h3>
          <p>{t('setup:kind.neither.sandboxHow')}</p>
          <Button
            icon={<ExperimentOutlined />}
            loading={sandbox.isPending}
            onClick={() => sandbox.mutate({})}
          >
            {t('setup:kind.neither.openSandbox')}
          </Button>
        </div>
      </div>
      {sandbox.error && <FailureCallout error={sandbox.error} />}
    </>
  );
}
