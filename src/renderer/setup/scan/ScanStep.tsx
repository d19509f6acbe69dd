/** Step 7: a first scan by a real phone, whose verdict proves every step before it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useConsole } from '../../host/console.tsx';
import { useCurrentAccount } from '../../host/current-account.tsx';
import { hashOf } from '../../routing.ts';
import { useText } from '../../text/text.ts';
import type { AccountGuide } from '../guide.ts';
import { type Looks, StepFrame, type StepProps } from '../StepFrame.tsx';
import { FirstScan } from './FirstScan.tsx';
import { PhoneError } from './PhoneError.tsx';

export function ScanStep({ guide, heading }: StepProps<AccountGuide>) {
  const t = useText();
  const { account, states } = guide;
  const { choose } = useCurrentAccount();
  const { query } = useConsole();
  const entries = useQuery(query.entries.list.queryOptions({ input: { accountId: account.id } }));
  const create = useFirstEntry(account.id, entries.data?.items.length === 0);
  const entry = entries.data?.items[0];

  function finish(): void {
    choose(account.id);
    location.hash = hashOf('desk');
  }
  const toDesk = (looks: Looks) => (
    <Button {...looks} type={states.scan === 'done' ? 'primary' : 'default'} onClick={finish}>
      {t('setup:scan.finish')}
    </Button>
  );
  return (
    <StepFrame step="scan" guide={guide} heading={heading} action={toDesk}>
      {entries.error && !entries.data && <FailureCallout error={entries.error} />}
      {create.error && (
        <FailureCallout
          error={create.error}
          action={<Button onClick={() => create.mutate()}>{t('retry')}</Button>}
        />
      )}
      {entry ? (
        <FirstScan key={entry.id} guide={guide} entry={entry} />
      ) : (
        !entries.error && !create.error && <Skeleton active paragraph={{ rows: 6 }} />
      )}
      <PhoneError />
    </StepFrame>
  );
}

/** Makes an entry, once, for an account that has none. */
function useFirstEntry(accountId: string, needed: boolean) {
  const t = useText();
  const { client, query } = useConsole();
  const queryClient = useQueryClient();
  const name = t('desk:firstEntry.name');
  const create = useMutation({
    mutationFn: () => client.entries.create({ accountId, name }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: query.entries.list.key() }),
  });
  const { mutate } = create;
  const started = useRef(false);
  useEffect(() => {
    if (!needed || started.current) return;
    started.current = true;
    mutate();
  }, [needed, mutate]);
  return create;
}
