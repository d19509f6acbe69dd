/** What a relay is, whom one must trust with it, and how to set one up: folded until somebody needs it. */
import { CopyButton } from '../components/CopyButton.tsx';
import { useText } from '../text/text.ts';
import { nginxRelay } from './nginx-relay.ts';
import './relay-help.css';

export function RelayHelp() {
  const t = useText();
  const snippet = nginxRelay({
    log: t('accounts:relay.comments.log'),
    verify: t('accounts:relay.comments.verify'),
    authorities: t('accounts:relay.comments.authorities'),
  });
  return (
    <details className="relay-help">
      <summary>{t('accounts:relay.title')}</summary>
      <p>{t('accounts:relay.what')}</p>
      <p>
        <strong>{t('accounts:relay.trust')}</strong>
      </p>
      <p>{t('accounts:relay.how')}</p>
      <pre>{snippet}</pre>
      <CopyButton size="small" text={snippet} label={t('accounts:relay.copy')} />
    </details>
  );
}
