/** An account's settings at a glance, the secret by its last four characters only. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Account } from '#shared/model/account.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { useConsole } from '../host/console.tsx';
import { UrlRules } from '../public-url/PublicUrlHints.tsx';
import { clockTime } from '../text/format.ts';
import { useText } from '../text/text.ts';

export function AccountFacts({ account, onEdit }: { account: Account; onEdit: () => void }) {
  const t = useText();
  return (
    <dl className="account-facts">
      <div>
        <dt>{t('accounts:card.appId')}</dt>
        <dd className="account-inline">
          <code>{account.appId}</code>
          <CopyButton
            size="small"
            type="text"
            iconOnly
            text={account.appId}
            label={t('accounts:card.copyAppId')}
          />
        </dd>
      </div>
      <div>
        <dt>{t('accounts:card.secret')}</dt>
        <dd>
          <SecretLine account={account} onEdit={onEdit} />
        </dd>
      </div>
      <div>
        <dt>{t('accounts:card.tokenMode')}</dt>
        <dd>
          {t(`accounts:tokenModes.${account.tokenMode}`)} · <TokenLine accountId={account.id} />
        </dd>
      </div>
      <div>
        <dt>{t('accounts:card.publicUrl')}</dt>
        <dd>
          <PublicUrlLine account={account} />
        </dd>
      </div>
    </dl>
  );
}

/** The secret's state, also shown in the form: never more than the last four characters. */
export function SecretState({ account }: { account: Account }) {
  const t = useText();
  if (account.secretState !== 'ok') {
    return <strong className="secret-trouble">{t(`accounts:secret.${account.secretState}`)}</strong>;
  }
  return (
    <span>
      {t('accounts:secret.ok')}
      {account.secretHint !== null && <code> ····{account.secretHint}</code>}
    </span>
  );
}

function SecretLine({ account, onEdit }: { account: Account; onEdit: () => void }) {
  const t = useText();
  return (
    <>
      <span className="account-inline">
        <SecretState account={account} />
        {account.secretState !== 'ok' && (
          <Button size="small" type="primary" onClick={onEdit}>
            {t('accounts:card.enterSecret')}
          </Button>
        )}
      </span>
      {account.secretState !== 'ok' && (
        <p className="account-note">{t(`accounts:secret.${account.secretState}Why`)}</p>
      )}
    </>
  );
}

function TokenLine({ accountId }: { accountId: string }) {
  const t = useText();
  const { query } = useConsole();
  const token = useQuery(query.accounts.token.queryOptions({ input: { id: accountId } })).data;
  if (!token) return null;
  const until = token.cached && token.expiresAt !== null ? token.expiresAt : null;
  return (
    <>
      {until === null ? t('accounts:token.none') : t('accounts:token.until', { time: clockTime(until) })}
      {token.stolenAt !== null && (
        <p className="account-warning">
          <strong>{t('accounts:token.stolen')}</strong> {t('accounts:token.stolenRemedy')}
        </p>
      )}
    </>
  );
}

function PublicUrlLine({ account }: { account: Account }) {
  const t = useText();
  const { query, status } = useConsole();
  const settings = useQuery(query.host.settings.queryOptions()).data;
  const callback = status.data?.callback;
  const inherited = settings?.publicUrl ?? (callback?.state === 'listening' ? callback.url : null);
  if (account.publicUrl === null) {
    return inherited === null ? t('accounts:card.none') : t('accounts:card.inherited', { url: inherited });
  }
  return (
    <>
      <code>{account.publicUrl}</code>
      {account.publicUrlWarnings.length > 0 && <UrlRules rules={account.publicUrlWarnings} />}
    </>
  );
}
