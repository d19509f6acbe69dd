/**
 * The calls as a plain table: at most 500 rows, each drawn once and again only when it changes, so that no
 * virtual list is needed and the browser's own search and scroll anchoring work in it.
 */
import { memo, useDeferredValue } from 'react';
import type { Account } from '#shared/model/account.ts';
import type { Call } from '#shared/model/call.ts';
import { describeErrcode } from '../text/describe-error.ts';
import { clockTime } from '../text/format.ts';
import { type Text, useText } from '../text/text.ts';
import { Outcome } from './Outcome.tsx';

const COLUMNS = ['at', 'outcome', 'endpoint', 'account', 'ms', 'errcode', 'retries'] as const;

const FIRST_ROWS = 40;

interface CallTableProps {
  calls: readonly Call[];
  accounts: readonly Account[];
  openId: number | null;
  onOpen: (call: Call) => void;
}

export function CallTable({ calls, accounts, openId, onOpen }: CallTableProps) {
  const t = useText();
  // The first screenful is drawn at once, the rest when nothing else waits.
  const rows = useDeferredValue(calls, calls.slice(0, FIRST_ROWS));
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return (
    <div className="call-table">
      <table>
        <caption className="visually-hidden">{t('doctor:calls.table')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`doctor:calls.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((call) => (
            <CallRow
              key={call.id}
              call={call}
              accountName={call.accountId === null ? undefined : names.get(call.accountId)}
              open={call.id === openId}
              onOpen={onOpen}
              t={t}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CallRowProps {
  call: Call;
  accountName: string | undefined;
  open: boolean;
  onOpen: (call: Call) => void;
  /** From the table: looking the wording up in each row is what would cost most. */
  t: Text;
}

const CallRow = memo(function CallRow({ call, accountName, open, onOpen, t }: CallRowProps) {
  const { at, outcome, method, endpoint, ms, errcode, retries, unreachable } = call;
  const time = clockTime(at);
  const meaning = errcode === null || errcode === 0 ? null : describeErrcode(t, errcode).meaning;
  const said = errcode === null || errcode === 0 ? null : (meaning ?? t('doctor:calls.unlisted'));
  const refusal = call.probe ? t('doctor:calls.probe') : said;
  const why = unreachable === null ? refusal : t(`errors:WECHAT_UNREACHABLE.${unreachable}.title`);
  return (
    // A click anywhere in the row opens it; for keys there is the button in it.
    <tr data-testid="call-row" data-outcome={outcome} data-open={open} onClick={() => onOpen(call)}>
      <td>
        <time dateTime={at}>{time}</time>
      </td>
      <td>
        <Outcome outcome={outcome} t={t} />
      </td>
      <td className="call-endpoint">
        <button
          type="button"
          aria-haspopup="dialog"
          aria-label={t('doctor:calls.open', { endpoint: `${method} ${endpoint}`, time })}
          title={endpoint}
        >
          <span>{method}</span> {endpoint}
        </button>
      </td>
      <td className="call-account" title={accountName}>
        {accountName ?? t(call.accountId === null ? 'doctor:calls.noAccount' : 'doctor:calls.goneAccount')}
      </td>
      <td className="call-number">{Math.round(ms)} ms</td>
      <td className="call-why" title={why ?? undefined}>
        {errcode !== null && errcode !== 0 && <code>{errcode}</code>} {why}
      </td>
      <td className="call-number" data-column="retries">
        {retries === 0 ? '' : retries}
      </td>
    </tr>
  );
});
