/** One of WeChat's error codes: what it means, who acts, what to do, whether trying again helps. */
import { Button } from 'antd';
import type { Account } from '#shared/model/account.ts';
import { explainErrorCode } from '#shared/model/error-codes.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { setupHash } from '../../setup/places.ts';
import { useText } from '../../text/text.ts';
import './explain.css';

interface CodeExplainedProps {
  code: number;
  /** The address WeChat named, to be put on the whitelist. */
  ip?: string | null;
  /** Whose setup guide helps with it. */
  account?: Account | undefined;
}

export function CodeExplained({ code, ip = null, account }: CodeExplainedProps) {
  const t = useText();
  const entry = explainErrorCode(code);
  const column = t('errors:catalogue');
  if (!entry) {
    return (
      <article className="code-explained" data-code={code}>
        <h3>{t('doctor:explain.unknown.title', { code })}</h3>
        <p>{t('doctor:explain.unknown.body')}</p>
      </article>
    );
  }
  return (
    <article className="code-explained" data-code={code}>
      <h3>
        <code>{code}</code> {entry.meaning[column]}
      </h3>
      <p className="doctor-note">
        {t(`doctor:explain.families.${entry.family}`)}
        {isTelling(entry.errmsg) && <code> · {entry.errmsg}</code>}
      </p>
      <dl>
        <div>
          <dt>{t('doctor:explain.remedy')}</dt>
          <dd>{entry.remedy[column]}</dd>
        </div>
        <div>
          <dt>{t('doctor:explain.who')}</dt>
          <dd>{t(`findings:actors.${entry.actor}`)}</dd>
        </div>
        <div>
          <dt>{t('doctor:explain.retry')}</dt>
          <dd>{t(`doctor:explain.retries.${entry.retry}`)}</dd>
        </div>
        {ip !== null && (
          <div>
            <dt>{t('doctor:explain.ip')}</dt>
            <dd>
              <code>{ip}</code>
              <CopyButton
                size="small"
                type="text"
                iconOnly
                text={ip}
                label={t('doctor:remedies.copyIp', { ip })}
              />
              <p className="doctor-note">{t('doctor:explain.ipHelp')}</p>
              {account && !account.sandbox && (
                <Button size="small" href={setupHash(account.id, 'whitelist')}>
                  {t('doctor:remedies.setup')}
                </Button>
              )}
            </dd>
          </div>
        )}
      </dl>
    </article>
  );
}

/** A message with an example's address in it would be read as the operator's own. */
function isTelling(errmsg: string): boolean {
  return errmsg !== '' && !/\d/.test(errmsg);
}
