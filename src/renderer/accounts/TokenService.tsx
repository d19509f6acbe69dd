/** Letting other systems read the token here: off by default, with a key that is shown once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';
import { ServiceKey } from './ServiceKey.tsx';

export function TokenService({ account }: { account: Account }) {
  const t = useText();
  const { modal } = App.useApp();
  const { query, status } = useConsole();
  const queryClient = useQueryClient();
  const [key, setKey] = useState<string | null>(null);
  const changed = () => queryClient.invalidateQueries({ queryKey: query.accounts.key() });
  const open = useMutation(
    query.accounts.openTokenService.mutationOptions({
      async onSuccess(given) {
        setKey(given.key);
        await changed();
      },
    }),
  );
  const close = useMutation(query.accounts.closeTokenService.mutationOptions({ onSuccess: changed }));
  const input = { id: account.id };
  const here = status.data?.capabilities.tokenService ?? false;
  const refused = here ? (account.tokenMode === 'shared' ? 'notShared' : null) : 'notHere';

  function ask(what: 'renew' | 'close', then: () => void): void {
    modal.confirm({
      title: t(`accounts:service.${what}Title`),
      content: t(`accounts:service.${what}Body`),
      okText: t(`accounts:service.${what}`),
      cancelText: t('cancel'),
      onOk: then,
    });
  }
  function labelOf(action: 'open' | 'renew' | 'close'): string {
    return t('accounts:card.actionsFor', { name: account.name, action: t(`accounts:service.${action}`) });
  }

  return (
    <div className="token-service">
      <span className="token-service-title">{t('accounts:service.title')}</span>
      {account.servesToken ? (
        <>
          <span>{t(`accounts:service.${refused ?? 'opened'}`)}</span>
          {refused === null && (
            <Button
              size="small"
              aria-label={labelOf('renew')}
              loading={open.isPending}
              onClick={() => ask('renew', () => open.mutate(input))}
            >
              {t('accounts:service.renew')}
            </Button>
          )}
          <Button
            size="small"
            aria-label={labelOf('close')}
            loading={close.isPending}
            onClick={() => ask('close', () => close.mutate(input))}
          >
            {t('accounts:service.close')}
          </Button>
        </>
      ) : (
        <>
          <span className="account-note">{t(`accounts:service.${refused ?? 'closed'}`)}</span>
          {refused === null && (
            <Button
              size="small"
              aria-label={labelOf('open')}
              loading={open.isPending}
              onClick={() => open.mutate(input)}
            >
              {t('accounts:service.open')}
            </Button>
          )}
        </>
      )}
      {open.error && <FailureCallout error={open.error} />}
      {close.error && <FailureCallout error={close.error} />}
      {key !== null && (
        <ServiceKey
          accountId={account.id}
          serviceKey={key}
          onClose={() => {
            setKey(null);
            open.reset();
          }}
        />
      )}
    </div>
  );
}
