/**
 * One line about the two networks a verdict needs, always in the same place so that nothing moves when one of them
 * goes: whether the desk hears its host, how WeChat answers, who waits. Behind it, what is promised meanwhile.
 */
import { DownOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Popover } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Pulse as PulseFacts } from '#shared/model/pulse.ts';
import { useNow } from '../components/use-now.ts';
import { useConsole } from '../host/console.tsx';
import { isAnswer } from '../host/failures.ts';
import { hourAndMinute } from '../text/format.ts';
import { type Text, useText } from '../text/text.ts';
import { PulseDetails } from './PulseDetails.tsx';
import { isTrouble, type Mood, moodOf } from './pulse-mood.ts';
import type { FeedConnection } from './use-live-scans.ts';
import './pulse.css';

const EVERY_MS = 2_000;
const HANGS_MS = 8_000;

interface PulseProps {
  accountId: string;
  connection: FeedConnection;
  /** Tells somebody who does not see the line that it says something else now. */
  onMood: (words: string) => void;
}

export function Pulse({ accountId, connection, onMood }: PulseProps) {
  const t = useText();
  const { client, query } = useConsole();
  const [open, setOpen] = useState(false);
  const input = { id: accountId };
  const { data: pulse, error } = useQuery({
    ...query.accounts.pulse.queryOptions({ input, refetchInterval: EVERY_MS, retry: false }),
    // A host that hangs is as good as gone: what it said before is no news of WeChat.
    queryFn: ({ signal }) =>
      client.accounts.pulse(input, { signal: AbortSignal.any([signal, AbortSignal.timeout(HANGS_MS)]) }),
  });
  const isCutOff = error !== null && !isAnswer(error);
  const mood = moodOf(pulse, isCutOff ? 'lost' : connection, useNow(10_000));
  useToldMood(mood, (changed) => onMood(t(`desk:pulse.said.${changed}`)));
  const facts = pulse && mood !== 'lost' ? factsOf(pulse, t) : [];
  return (
    <Popover
      trigger="click"
      placement="bottom"
      classNames={{ container: 'pulse-popover' }}
      open={open}
      onOpenChange={setOpen}
      // Beside the line, so that Tab goes from the one into the other.
      getPopupContainer={(line) => line.parentElement ?? document.body}
      title={t('desk:pulse.promise.title')}
      content={<PulseDetails accountId={accountId} pulse={pulse} mood={mood} />}
    >
      <button
        type="button"
        className="pulse"
        data-testid="pulse"
        data-mood={mood}
        data-trouble={isTrouble(mood) || undefined}
        aria-expanded={open}
        title={t('desk:pulse.more')}
      >
        <span className="pulse-words">
          <strong>{headlineOf(mood, pulse, t)}</strong>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </span>
        <DownOutlined aria-hidden rotate={open ? 180 : 0} />
      </button>
    </Popover>
  );
}

function headlineOf(mood: Mood, pulse: PulseFacts | undefined, t: Text): string {
  const since = pulse?.silentSince ?? null;
  return t(`desk:pulse.mood.${mood}`, { time: since === null ? '' : hourAndMinute(since) });
}

function factsOf(pulse: PulseFacts, t: Text): string[] {
  const { waiting, askedToWait, answeredAt, silentSince, latencyMs } = pulse;
  const facts: string[] = [];
  if (waiting > 0 || silentSince !== null) facts.push(t('desk:pulse.waiting', { count: waiting }));
  if (askedToWait > 0) facts.push(t('desk:pulse.crowd', { count: askedToWait }));
  if (answeredAt !== null) {
    const took = latencyMs === null ? '' : t('desk:pulse.took', { ms: latencyMs });
    facts.push(t('desk:pulse.answered', { time: hourAndMinute(answeredAt), took }));
  }
  return facts;
}

/** Called when the mood is another one than it was; how it was at first is no news unless it is trouble. */
function useToldMood(mood: Mood, tell: (mood: Mood) => void): void {
  const told = useRef<Mood>('well');
  useEffect(() => {
    const isNews = isTrouble(mood) || isTrouble(told.current);
    if (mood === told.current) return;
    told.current = mood;
    if (isNews) tell(mood);
  });
}
