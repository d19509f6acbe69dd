/** The account's global token under watch: how it is had, how long it lives, how often it was fetched, who else takes it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Account } from '#shared/model/account.ts';
import type { TokenStatus } from '#shared/model/token.ts';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { clockTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { ForceRefresh } from './ForceRefresh.tsx';
import { TokenCounts } from './TokenCounts.tsx';
import { TokenLifeLine } from './TokenLifeLine.tsx';
import { TokenService } from './TokenService.tsx';
import { TokenTaken } from './TokenTaken.tsx';
import './token-guard.css';

/** Often enough to see a theft or another window's refresh soon; the answer comes from memory. */
const LOOK_EVERY_MS = 10_000;

interface TokenGuardProps {
  account: Account;
  /** The token mode was changed: the credentials are worth trying anew. */
  onSwitched: () => void;
}

export function TokenGuard({ account, onSwitched }: TokenGuardProps) {
  const t = useText();
  const { query } = useConsole();
  const input = { id: account.id };
  const status = useQuery(query.accounts.token.queryOptions({ input, refetchInterval: LOOK_EVERY_MS })).data;
  const keep = useKeepStatus(account.id);
  const refresh = useMutation(query.accounts.refreshToken.mutationOptions({ onSuccess: keep }));
  const force = useMutation(query.accounts.forceToken.mutationOptions({ onSuccess: keep }));
  if (!status) return null;
  const headingId = `token-${account.id}`;
  // What is in force now may be another one already.
  const forced = status.mode === 'stable' && force.data?.fetchedAt === status.fetchedAt;
  return (
    <section className="token-guard" aria-labelledby={headingId}>
      {status.stolenAt !== null && status.mode !== 'shared' && (
        <TokenTaken account={account} status={status} onSwitched={onSwitched} />
      )}
      <div className="token-now">
        <h3 id={headingId}>
          {t('accounts:token.title')}
          <span className="token-mode">{t(`accounts:tokenModes.${status.mode}`)}</span>
        </h3>
        <TokenLifeLine status={status} />
        <div className="account-actions">
          <Button
            size="small"
            title={t(`accounts:token.refreshWhy.${status.mode}`)}
            aria-label={t('accounts:card.actionsFor', {
              name: account.name,
              action: t('accounts:token.refresh'),
            })}
            loading={refresh.isPending}
            onClick={() => refresh.mutate(input)}
          >
            {t('accounts:token.refresh')}
          </Button>
          {status.mode === 'stable' && (
            <ForceRefresh
              name={account.name}
              status={status}
              busy={force.isPending}
              error={force.error}
              onForce={(onDone) => force.mutate(input, { onSuccess: onDone })}
              onClose={force.reset}
            />
          )}
        </div>
        <TokenCounts status={status} />
      </div>
      {refresh.error && <FailureCallout error={refresh.error} />}
      {forced && force.data?.expiresAt && (
        <Callout
          tone="success"
          title={t('accounts:forcing.done', { time: clockTime(force.data.expiresAt) })}
          onDismiss={force.reset}
        >
          <p>{t('accounts:forcing.leaked')}</p>
        </Callout>
      )}
      <TokenService account={account} />
    </section>
  );
}

/** What a refresh answers is the newest there is to know; the notices may have changed with it. */
function useKeepStatus(accountId: string) {
  const { query } = useConsole();
  const queryClient = useQueryClient();
  return async (status: TokenStatus) => {
    const queryKey = query.accounts.token.queryKey({ input: { id: accountId } });
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, status);
    await queryClient.invalidateQueries({ queryKey: query.host.status.queryKey() });
  };
}
