/** Who we are, which account is at work, and whether phones can come back. */
import { Select, Tag } from 'antd';
import { CopyButton } from './components/CopyButton.tsx';
import { Mark } from './components/Mark.tsx';
import { useConsole } from './host/console.tsx';
import { useCurrentAccount } from './host/current-account.tsx';
import { LockButton } from './lock/LockButton.tsx';
import { useText } from './text/text.ts';

export function Header() {
  const t = useText();
  return (
    <header className="shell-header">
      <a className="shell-product" href="#/desk">
        <Mark />
        <strong>{t('product')}</strong>
      </a>
      <AccountChoice />
      <CallbackAddress />
      <LockButton />
    </header>
  );
}

function AccountChoice() {
  const t = useText();
  const { account, accounts, choose } = useCurrentAccount();
  if (!account) return null;
  return (
    <div className="shell-account">
      {accounts.length > 1 ? (
        <Select
          aria-label={t('currentAccount')}
          variant="filled"
          value={account.id}
          onChange={choose}
          popupMatchSelectWidth={false}
          options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <span className="shell-account-name" title={account.name}>
          {account.name}
        </span>
      )}
      {account.sandbox && <Tag variant="filled">{t('sandbox')}</Tag>}
    </div>
  );
}

function CallbackAddress() {
  const t = useText();
  const { status } = useConsole();
  const callback = status.isError ? undefined : status.data?.callback;
  const listening = callback?.state === 'listening';
  const state = callback?.state ?? 'unknown';
  return (
    <div className="shell-callback" data-state={state}>
      <span className="shell-dot" aria-hidden="true" />
      <span className="visually-hidden">{t(`callback.${state}`)}</span>
      {listening ? (
        <>
          <span className="shell-callback-label">{t('callback.label')}</span>
          <code title={callback.url}>{callback.url}</code>
          <CopyButton size="small" type="text" iconOnly text={callback.url} label={t('callback.copy')} />
        </>
      ) : (
        <span aria-hidden="true">{t(`callback.${state}`)}</span>
      )}
    </div>
  );
}
