/** What WeChat remembers of a call it refused, asked for when the operator says so: it is a call of its own. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Account } from '#shared/model/account.ts';
import { Callout } from '../../components/Callout.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useConsole } from '../../host/console.tsx';
import { isAnswer } from '../../host/failures.ts';
import { resources } from '../../text/resources.ts';
import { useText } from '../../text/text.ts';
import { RidReportTable } from './RidReportTable.tsx';

const { refused } = resources['zh-CN'].doctor.rid;

interface RidLookupProps {
  rid: string;
  /** Who asks: WeChat tells only the account that made the call. */
  account: Account | undefined;
  /** The call was below `/sns/`: WeChat will refuse, and that is said before it is tried. */
  sns: boolean;
  /** The code that is explained beside it already. */
  known: number | null;
}

export function RidLookup({ rid, account, sns, known }: RidLookupProps) {
  const t = useText();
  const { query } = useConsole();
  const { mutate, data, error, isPending } = useMutation(query.accounts.lookUpRid.mutationOptions());
  return (
    <section className="rid" aria-label={t('doctor:rid.title')}>
      <p className="rid-line">
        <strong>{t('doctor:rid.title')}</strong>
        <code>{rid}</code>
        <CopyButton size="small" type="text" iconOnly text={rid} label={`${t('copy')} rid`} />
        {account?.hasSecret && (
          <Button size="small" loading={isPending} onClick={() => mutate({ id: account.id, rid })}>
            {t('doctor:rid.ask')}
          </Button>
        )}
      </p>
      {account && (
        <p className="doctor-note">
          {sns && <strong>{t('doctor:rid.sns')} </strong>}
          {t(account.hasSecret ? 'doctor:rid.before' : 'doctor:rid.noSecret', { name: account.name })}
        </p>
      )}
      <div aria-live="polite">
        {error && <RidRefusal error={error} />}
        {data && <RidReportTable report={data} known={known} />}
      </div>
    </section>
  );
}

function RidRefusal({ error }: { error: Error }) {
  const t = useText();
  const code = refusedWith(error);
  if (code === null) return <FailureCallout error={error} />;
  return (
    <Callout tone="warning" title={t('doctor:rid.refusedTitle', { code })}>
      <p>{t(`doctor:rid.refused.${code}`)}</p>
    </Callout>
  );
}

/** The codes with which WeChat refuses to tell about a rid, worded for that; null for any other failure. */
function refusedWith(error: unknown): keyof typeof refused | null {
  if (!isAnswer(error) || error.code !== 'WECHAT_REFUSED') return null;
  const { data } = error;
  if (typeof data !== 'object' || data === null || !('errcode' in data)) return null;
  const code = String(data.errcode);
  return isRefusal(code) ? code : null;
}

function isRefusal(code: string): code is keyof typeof refused {
  return Object.hasOwn(refused, code);
}
