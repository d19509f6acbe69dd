/** What becomes of a secret typed here, said before it is saved; silent where a keychain keeps it. */
import { useQuery } from '@tanstack/react-query';
import { Callout } from '../components/Callout.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';

export function VaultNote() {
  const t = useText();
  const { query, status } = useConsole();
  const settings = useQuery(query.host.settings.queryOptions()).data;
  const vault = status.data?.vault;
  if (!vault || vault.state === 'ok' || !settings) return null;
  const decided = vault.undecided ? 'undecided' : settings.withoutKeychain;
  if (decided === 'undecided') {
    return (
      <Callout tone="warning" title={t(`accounts:vault.undecided.${vault.state}`)}>
        <p>{t('accounts:vault.undecided.remedy')}</p>
      </Callout>
    );
  }
  return (
    <Callout tone={decided === 'weak' ? 'warning' : 'info'} title={t(`accounts:vault.${decided}.title`)}>
      <p>{t(`accounts:vault.${decided}.remedy`)}</p>
    </Callout>
  );
}
