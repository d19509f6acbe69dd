/** One account: what it is, whether it works, and everything that can be done to it. */
import { useMutation } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { Findings } from '../doctor/Findings.tsx';
import { useConsole } from '../host/console.tsx';
import { setupHash } from '../setup/places.ts';
import { useText } from '../text/text.ts';
import { AccountFacts } from './AccountFacts.tsx';
import { TokenGuard } from './TokenGuard.tsx';
import { TrialResult } from './TrialResult.tsx';
import type { Trials } from './use-trials.ts';

export interface AccountCardProps {
  account: Account;
  /** True when the desk works with this account. */
  current: boolean;
  trials: Trials;
  onUse: () => void;
  /** `replace`: go straight to typing a new secret. */
  onEdit: (replace: boolean) => void;
  onRemove: () => void;
}

export function AccountCard({ account, current, trials, onUse, onEdit, onRemove }: AccountCardProps) {
  const t = useText();
  const { query } = useConsole();
  const doctor = useMutation(query.accounts.doctor.mutationOptions());
  // A report tells of the account as it was asked about: a change makes it old.
  const [examined, setExamined] = useState<Account | null>(null);
  const report = examined === account ? doctor.data : undefined;
  const trial = trials.of(account.id);
  const headingId = `account-${account.id}`;
  function called(action: string): string {
    return t('accounts:card.actionsFor', { name: account.name, action });
  }
  const check = report ? t('accounts:card.checkAgain') : t('accounts:card.check');
  return (
    <li>
      <article className="account" aria-labelledby={headingId}>
        <header>
          <h2 id={headingId}>{account.name}</h2>
          {account.sandbox && <Tag variant="filled">{t('sandbox')}</Tag>}
          {account.kind !== null && <Tag variant="filled">{t(`accounts:kinds.${account.kind}`)}</Tag>}
          {current ? (
            <span className="account-current">{t('accounts:card.current')}</span>
          ) : (
            <Button size="small" aria-label={called(t('accounts:card.use'))} onClick={onUse}>
              {t('accounts:card.use')}
            </Button>
          )}
          <div className="account-actions">
            {!account.sandbox && (
              <Button href={setupHash(account.id)} aria-label={called(t('setup:title'))}>
                {t('setup:title')}
              </Button>
            )}
            <Button
              aria-label={called(check)}
              loading={doctor.isPending}
              onClick={() => {
                setExamined(account);
                doctor.mutate({ id: account.id });
              }}
            >
              {check}
            </Button>
            <Button aria-label={called(t('edit'))} onClick={() => onEdit(false)}>
              {t('edit')}
            </Button>
            <Button danger type="text" aria-label={called(t('remove'))} onClick={onRemove}>
              {t('remove')}
            </Button>
          </div>
        </header>
        {account.sandbox && <p className="account-note">{t('accounts:card.sandboxNote')}</p>}
        <AccountFacts account={account} onEdit={() => onEdit(true)} />
        <TokenGuard account={account} onSwitched={() => void trials.attempt(account.id)} />
        {trial && (
          <TrialResult
            trial={trial}
            onAgain={() => void trials.attempt(account.id)}
            onEdit={onEdit}
            onDismiss={() => trials.dismiss(account.id)}
          />
        )}
        {doctor.isPending && <Callout tone="busy" title={t('findings:running')} />}
        {doctor.error && <FailureCallout error={doctor.error} />}
        {report && !doctor.isPending && <Findings report={report} />}
      </article>
    </li>
  );
}
