/** An account's settings at a glance, the secret by its last four characters only. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Account } from '#shared/model/account.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { useConsole } from '../host/console.tsx';
import { UrlRules } from '../public-url/PublicUrlHints.tsx';
import { useText } from '../text/text.ts';
import { apiHostOf } from './api-host.ts';
import { type SecretTrouble, secretTrouble } from './secret-trouble.ts';

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
        <dt>{t('accounts:card.publicUrl')}</dt>
        <dd>
          <PublicUrlLine account={account} />
        </dd>
      </div>
      <div>
        <dt>{t('accounts:card.apiHost')}</dt>
        <dd>
          {!account.sandbox && `${t(`accounts:apiHosts.${apiHostOf(account.apiBaseUrl)}`)} · `}
          <code>{account.apiBaseUrl.replace(/^https:\/\//, '')}</code>
        </dd>
      </div>
    </dl>
  );
}

/** The secret's state, also shown in the form: never more than the last four characters. */
export function SecretState({ account }: { account: Account }) {
  const t = useText();
  const trouble = secretTrouble(account);
  if (trouble !== null) return <strong className="secret-trouble">{t(`accounts:secret.${trouble}`)}</strong>;
  return (
    <span>
      {t(account.secretVolatile ? 'accounts:secret.volatile' : 'accounts:secret.ok')}
      {account.secretHint !== null && <code> ····{account.secretHint}</code>}
    </span>
  );
}

/** What else there is to say of a secret: why it is lost, or that it will be. */
function secretRemark(account: Account): SecretTrouble | 'volatile' | null {
  return secretTrouble(account) ?? (account.secretVolatile ? 'volatile' : null);
}

function SecretLine({ account, onEdit }: { account: Account; onEdit: () => void }) {
  const t = useText();
  const remark = secretRemark(account);
  return (
    <>
      <span className="account-inline" data-secret={remark ?? 'ok'}>
        <SecretState account={account} />
        {remark !== null && (
          <Button size="small" type={remark === 'volatile' ? 'default' : 'primary'} onClick={onEdit}>
            {t('accounts:card.enterSecret')}
          </Button>
        )}
      </span>
      {remark !== null && <p className="account-note">{t(`accounts:secret.${remark}Why`)}</p>}
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
