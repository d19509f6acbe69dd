/** A call as WeChat remembers it: when, what was asked, from where, what was answered. */
import type { RidReport } from '#shared/model/doctor.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { TextBlock } from '../../inspector/TextBlock.tsx';
import { dayTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { CodeExplained } from './CodeExplained.tsx';

export function RidReportTable({ report, known }: { report: RidReport; known: number | null }) {
  const t = useText();
  const { invokedAt, ms, clientIp, request, body, reply, errcode } = report;
  return (
    <section className="rid-report" aria-label={t('doctor:rid.table')}>
      <h4>{t('doctor:rid.table')}</h4>
      <dl>
        <div>
          <dt>{t('doctor:rid.at')}</dt>
          <dd>{invokedAt === null ? t('doctor:rid.noTime') : dayTime(invokedAt)}</dd>
        </div>
        <div>
          <dt>{t('doctor:rid.ms')}</dt>
          <dd>{ms === null ? t('doctor:rid.noTime') : `${ms} ms`}</dd>
        </div>
        <div>
          <dt>{t('doctor:rid.clientIp')}</dt>
          <dd>
            {clientIp === null ? (
              t('doctor:rid.noTime')
            ) : (
              <>
                <code>{clientIp}</code>
                <CopyButton
                  size="small"
                  type="text"
                  iconOnly
                  text={clientIp}
                  label={t('doctor:remedies.copyIp', { ip: clientIp })}
                />
              </>
            )}
          </dd>
        </div>
      </dl>
      <TextBlock title={t('doctor:rid.request')} text={request} copy={t('doctor:call.copyRequest')} />
      <TextBlock title={t('doctor:rid.body')} text={body} copy={t('doctor:call.copyBody')} />
      <TextBlock title={t('doctor:rid.reply')} text={reply} copy={t('doctor:call.copyReply')} />
      <p className="doctor-note">{t('doctor:rid.redacted')}</p>
      {errcode !== null && errcode !== 0 && errcode !== known && <CodeExplained code={errcode} />}
    </section>
  );
}
