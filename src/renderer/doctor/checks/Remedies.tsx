/** What mends a finding with one click, or leads to where it is mended. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Account } from '#shared/model/account.ts';
import type { Finding } from '#shared/model/doctor.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useConsole } from '../../host/console.tsx';
import { useText } from '../../text/text.ts';
import { type Remedy, remediesOf } from './remedies.ts';

export function Remedies({ finding, account }: { finding: Finding; account: Account }) {
  const t = useText();
  const stable = useStableMode(account.id);
  const remedies = remediesOf(finding, account);
  if (remedies.length === 0 && !stable.isSuccess) return null;
  return (
    <>
      <div className="check-remedies">
        {remedies.map((remedy) =>
          remedy.kind === 'stable' ? (
            <Button
              key="stable"
              size="small"
              type="primary"
              loading={stable.isPending}
              onClick={() => stable.mutate({ id: account.id, tokenMode: 'stable' })}
            >
              {t('doctor:remedies.stable')}
            </Button>
          ) : (
            <RemedyButton key={remedy.kind} remedy={remedy} />
          ),
        )}
      </div>
      {stable.isSuccess && <p role="status">{t('doctor:remedies.stableDone')}</p>}
      {stable.error && <FailureCallout error={stable.error} />}
    </>
  );
}

function RemedyButton({ remedy }: { remedy: Exclude<Remedy, { kind: 'stable' }> }) {
  const t = useText();
  if (remedy.kind === 'copyIp') {
    const { ip } = remedy;
    return <CopyButton size="small" text={ip} label={t('doctor:remedies.copyIp', { ip })} />;
  }
  return (
    <Button size="small" href={remedy.hash}>
      {t(`doctor:remedies.${remedy.kind}`)}
    </Button>
  );
}

/** The changed account makes `useDoctor` check again. */
function useStableMode(id: string) {
  const { query } = useConsole();
  const cache = useQueryClient();
  return useMutation(
    query.accounts.update.mutationOptions({
      onSuccess: () =>
        Promise.all([
          cache.invalidateQueries({ queryKey: query.accounts.list.key() }),
          cache.invalidateQueries({ queryKey: query.accounts.token.key({ input: { id } }) }),
        ]),
    }),
  );
}
