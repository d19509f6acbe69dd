/**
 * What an operator must know when the venue's network is gone: nobody is lost, who waits, and since when. Silent
 * while WeChat answers as it should.
 */
import { useQuery } from '@tanstack/react-query';
import { Callout } from '../components/Callout.tsx';
import { useConsole } from '../host/console.tsx';
import { clockTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { moodOf } from './pulse-mood.ts';

const EVERY_MS = 2_000;

export function Pulse({ accountId }: { accountId: string }) {
  const t = useText();
  const { query } = useConsole();
  const { data: pulse } = useQuery(
    query.accounts.pulse.queryOptions({ input: { id: accountId }, refetchInterval: EVERY_MS }),
  );
  const mood = pulse && moodOf(pulse);
  if (!mood || mood === 'well') return null;
  const { waiting, silentSince, answeredAt, latencyMs } = pulse;
  return (
    <div data-testid="pulse" data-mood={mood}>
      <Callout
        tone="warning"
        title={t(`desk:pulse.${mood}`, {
          count: waiting,
          time: silentSince === null ? '' : clockTime(silentSince),
          seconds: latencyMs === null ? '' : (latencyMs / 1000).toFixed(1),
        })}
      >
        {t('desk:pulse.promise')}
        {answeredAt !== null && ` ${t('desk:pulse.answered', { time: clockTime(answeredAt) })}`}
      </Callout>
    </div>
  );
}
