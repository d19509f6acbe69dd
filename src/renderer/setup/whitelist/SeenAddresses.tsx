/** The addresses this machine was seen with before: one is fine, several mean that a whitelist cannot hold. */
import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Callout } from '../../components/Callout.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useConsole } from '../../host/console.tsx';
import { hashOf } from '../../routing.ts';
import { hourAndMinute } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { historyOf } from './addresses.ts';

interface SeenAddressesProps {
  accountId: string;
  /** When WeChat last answered: the list may be longer since. */
  at: string | null;
  /** WeChat turns today's address away: a change is then news. */
  refused: boolean;
}

export function SeenAddresses({ accountId, at, refused }: SeenAddressesProps) {
  const t = useText();
  const { query } = useConsole();
  const input = { id: accountId };
  const seen = useQuery(
    query.accounts.seenIps.queryOptions({
      input,
      queryKey: [...query.accounts.seenIps.queryKey({ input }), at],
      placeholderData: (before) => before,
    }),
  ).data;
  const { current, previous, all } = historyOf(seen?.items ?? []);
  if (!current) return null;
  return (
    <>
      {refused && previous && (
        <Callout tone="warning" title={t('setup:whitelist.changed.title')}>
          <p>
            {t('setup:whitelist.changed.body', {
              now: current.ip,
              before: previous.ip,
              time: hourAndMinute(previous.lastSeenAt),
            })}
          </p>
          <p>{t('setup:whitelist.changed.remedy')}</p>
          <RelayLink />
        </Callout>
      )}
      <section className="seen-addresses" aria-label={t('setup:whitelist.history.title')}>
        <h3>{t('setup:whitelist.history.title')}</h3>
        <ul>
          {all.map(({ ip, allowed, firstSeenAt, lastSeenAt }) => (
            <li key={ip} data-allowed={allowed}>
              <span className="seen-address-mark" aria-hidden="true">
                {allowed ? <CheckOutlined /> : <CloseOutlined />}
              </span>
              <code>{ip}</code>
              <span>
                {t(allowed ? 'setup:whitelist.history.allowed' : 'setup:whitelist.history.refused')}
              </span>
              <span className="setup-note">
                {hourAndMinute(firstSeenAt) === hourAndMinute(lastSeenAt)
                  ? hourAndMinute(lastSeenAt)
                  : t('setup:whitelist.history.span', {
                      first: hourAndMinute(firstSeenAt),
                      last: hourAndMinute(lastSeenAt),
                    })}
              </span>
              <CopyButton size="small" type="text" iconOnly text={ip} label={`${t('copy')} ${ip}`} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** To where a relay with a fixed address is explained. */
export function RelayLink() {
  const t = useText();
  return (
    <p>
      <a href={hashOf('settings')}>{t('setup:whitelist.changed.relay')}</a>
    </p>
  );
}
