/** What one call was: facts, request, reply; its errcode explained and its rid to be asked about. */
import type { Account } from '#shared/model/account.ts';
import type { Call } from '#shared/model/call.ts';
import { Callout } from '../components/Callout.tsx';
import { CodeExplained } from '../doctor/explain/CodeExplained.tsx';
import { RidLookup } from '../doctor/explain/RidLookup.tsx';
import { readPastedError } from '../doctor/pasted-error.ts';
import { dayTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { Outcome } from './Outcome.tsx';
import { requestLine } from './pretty.ts';
import { TextBlock } from './TextBlock.tsx';

export function CallDetails({ call, account }: { call: Call; account: Account | undefined }) {
  const t = useText();
  const { at, outcome, ms, retries, detail, errcode, rid, unreachable, body, reply } = call;
  const facts: [name: string, value: string][] = [
    [t('doctor:calls.columns.at'), dayTime(at)],
    [
      t('doctor:calls.columns.account'),
      account?.name ?? t(call.accountId === null ? 'doctor:calls.noAccount' : 'doctor:calls.goneAccount'),
    ],
    [t('doctor:calls.columns.ms'), `${Math.round(ms)} ms`],
    ...(retries === 0
      ? []
      : [[t('doctor:call.retries'), t('doctor:call.times', { count: retries })] as [string, string]]),
    ...(detail === null ? [] : [[t('doctor:call.detail'), detail] as [string, string]]),
  ];
  return (
    <div className="call-details" data-testid="call-details">
      <p className="call-line">
        <Outcome outcome={outcome} t={t} /> <code>{`${call.method} ${call.endpoint}`}</code>
      </p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {unreachable !== null && (
        <Callout tone="warning" title={t(`errors:WECHAT_UNREACHABLE.${unreachable}.title`)}>
          <p>{t(`errors:WECHAT_UNREACHABLE.${unreachable}.remedy`)}</p>
        </Callout>
      )}
      {call.probe && (
        <Callout tone="success" title={t('doctor:calls.probe')}>
          <p>{t('doctor:call.probeWhy')}</p>
        </Callout>
      )}
      {errcode !== null && errcode !== 0 && !call.probe && (
        <CodeExplained
          code={errcode}
          ip={reply === null ? null : readPastedError(reply).ip}
          account={account}
        />
      )}
      {rid !== null && (
        <RidLookup rid={rid} account={account} sns={call.endpoint.startsWith('/sns/')} known={errcode} />
      )}
      <TextBlock
        title={t('doctor:call.request')}
        text={requestLine(call)}
        copy={t('doctor:call.copyRequest')}
      />
      {body !== null && (
        <TextBlock title={t('doctor:call.body')} text={body} copy={t('doctor:call.copyBody')} />
      )}
      <TextBlock title={t('doctor:call.reply')} text={reply} copy={t('doctor:call.copyReply')} />
    </div>
  );
}
