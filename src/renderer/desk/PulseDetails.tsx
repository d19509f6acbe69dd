/** Behind the desk's line about the networks: what is promised, what goes on, what is known, and asking now. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Pulse } from '#shared/model/pulse.ts';
import { useConsole } from '../host/console.tsx';
import { hashOf } from '../routing.ts';
import { clockTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import type { Mood } from './pulse-mood.ts';

interface PulseDetailsProps {
  accountId: string;
  pulse: Pulse | undefined;
  mood: Mood;
}

export function PulseDetails({ accountId, pulse, mood }: PulseDetailsProps) {
  const t = useText();
  return (
    <div className="pulse-details" data-testid="pulse-details">
      <ul>
        <li>{t('desk:pulse.promise.kept')}</li>
        <li>{t('desk:pulse.promise.meanwhile')}</li>
        <li>{t('desk:pulse.promise.afterwards')}</li>
        <li>{t('desk:pulse.promise.limit')}</li>
        {mood === 'lost' && <li>{t('desk:pulse.promise.lost')}</li>}
      </ul>
      {pulse && mood !== 'lost' && (
        <>
          <dl>
            <Fact name={t('desk:pulse.facts.waiting')}>{pulse.waiting}</Fact>
            <Time name={t('desk:pulse.facts.answered')} at={pulse.answeredAt} />
            {pulse.latencyMs !== null && (
              <Fact name={t('desk:pulse.facts.latency')}>{t('desk:pulse.ms', { ms: pulse.latencyMs })}</Fact>
            )}
            <Time name={t('desk:pulse.facts.asked')} at={pulse.askedAt} />
          </dl>
          <AskNow accountId={accountId} />
        </>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Time({ name, at }: { name: string; at: string | null }) {
  const t = useText();
  return <Fact name={name}>{at === null ? t('desk:pulse.facts.never') : clockTime(at)}</Fact>;
}

/** For a silence that nobody ends by scanning. */
function AskNow({ accountId }: { accountId: string }) {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const ask = useMutation(
    query.accounts.doctor.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: query.accounts.pulse.key() }),
    }),
  );
  const finding = ask.data?.findings.find(({ check }) => check === 'api_reachable');
  const answers = finding && finding.state !== 'failed';
  return (
    <div className="pulse-ask">
      <Button
        size="small"
        loading={ask.isPending}
        onClick={() => ask.mutate({ id: accountId, checks: ['api_reachable'] })}
      >
        {t('desk:pulse.ask')}
      </Button>
      <span role="status">
        {finding && t(answers ? 'desk:pulse.asked.answers' : 'desk:pulse.asked.silent')}
        {ask.error && t('desk:pulse.asked.failed')}
      </span>
      {finding && !answers && <a href={hashOf('doctor', 'checks')}>{t('desk:pulse.doctor')}</a>}
    </div>
  );
}
