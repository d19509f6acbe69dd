/** How a look-up goes: done of asked, how fast, how long still, why it stands still and what makes it go on. */
import { CloseOutlined, PauseOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import type { Lookup } from '#shared/model/lookup.ts';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { describeReason } from '../text/describe-error.ts';
import { hourAndMinute } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { grouped } from './grouped.ts';
import { timeLeft } from './time-left.ts';
import { isOpen, usePace } from './use-lookup.ts';

export function LookupProgress({ lookup }: { lookup: Lookup }) {
  const t = useText();
  const { state, asked, answered } = lookup;
  const { pause, resume, cancel, error, busy } = useControls(lookup);
  const pace = usePace(lookup);
  if (state === 'done' || (asked === 1 && state === 'running')) return null;
  const line = [
    t('lookup:progress.done', { answered: grouped(answered), asked: grouped(asked) }),
    pace && t('lookup:progress.perSecond', { amount: grouped(Math.round(pace.perSecond)) }),
    pace && timeLeft(t, pace.secondsLeft),
  ].filter(Boolean);
  return (
    <section className="lookup-progress" aria-label={t('lookup:progress.label')} data-state={state}>
      <div className="lookup-progress-row">
        <Progress
          percent={asked === 0 ? 100 : Math.floor((answered / asked) * 100)}
          showInfo={false}
          status={state === 'failed' ? 'exception' : 'normal'}
          aria-label={t('lookup:progress.label')}
        />
        <span className="lookup-progress-line">{line.join(' · ')}</span>
        {(state === 'running' || state === 'waiting') && (
          <Button size="small" icon={<PauseOutlined />} loading={busy} onClick={pause}>
            {t('lookup:progress.pause')}
          </Button>
        )}
        {(state === 'paused' || state === 'failed') && (
          <Button size="small" type="primary" icon={<PlayCircleOutlined />} loading={busy} onClick={resume}>
            {t('lookup:progress.resume')}
          </Button>
        )}
        {(isOpen(lookup) || state === 'failed') && (
          <Button size="small" icon={<CloseOutlined />} onClick={cancel}>
            {t('lookup:progress.cancel')}
          </Button>
        )}
      </div>
      <Standstill lookup={lookup} />
      {error && <FailureCallout error={error} />}
    </section>
  );
}

function Standstill({ lookup }: { lookup: Lookup }) {
  const t = useText();
  const { state, reason, errcode, resumesAt } = lookup;
  const why = reason === null ? null : describeReason(t, reason, errcode);
  if (state === 'waiting') {
    return (
      <Callout
        tone="warning"
        title={
          resumesAt === null
            ? t('lookup:waiting.title')
            : t('lookup:waiting.until', { time: hourAndMinute(resumesAt) })
        }
      >
        {why && <p>{t('lookup:waiting.why', why)}</p>}
        <p className="lookup-note">{t('lookup:waiting.body')}</p>
      </Callout>
    );
  }
  if (state === 'failed') {
    return (
      <Callout tone="danger" title={why?.title ?? t('lookup:failed.title')}>
        <p>{why?.remedy ?? t('lookup:failed.remedy')}</p>
        <p className="lookup-note">
          {t('lookup:failed.kept')}
          {errcode !== null && ` ${t('errors:facts.errcode')} ${errcode}`}
        </p>
      </Callout>
    );
  }
  if (state === 'canceled') return <p className="lookup-note">{t('lookup:canceled')}</p>;
  return null;
}

function useControls({ id }: Lookup) {
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const onSuccess = (lookup: Lookup) => {
    queryClient.setQueryData(query.lookups.get.queryKey({ input: { id } }), lookup);
    void queryClient.invalidateQueries({ queryKey: query.lookups.list.key() });
  };
  const pause = useMutation(query.lookups.pause.mutationOptions({ onSuccess }));
  const resume = useMutation(query.lookups.resume.mutationOptions({ onSuccess }));
  const cancel = useMutation(query.lookups.cancel.mutationOptions({ onSuccess }));
  return {
    pause: () => pause.mutate({ id }),
    resume: () => resume.mutate({ id }),
    cancel: () => cancel.mutate({ id }),
    error: pause.error ?? resume.error ?? cancel.error,
    busy: pause.isPending || resume.isPending,
  };
}
