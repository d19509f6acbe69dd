/** How a look-up goes: done of asked, how fast, how long still, why it stands still and what makes it go on. */
import { CloseOutlined, PauseOutlined, PlayCircleOutlined, ReloadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import type { Lookup } from '#shared/model/lookup.ts';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { hashOf } from '../routing.ts';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { describeStop, describeWait } from './describe-standstill.ts';
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
        {state === 'waiting' && (
          <Button size="small" icon={<ReloadOutlined />} loading={busy} onClick={resume}>
            {t('lookup:progress.now')}
          </Button>
        )}
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
  const { state, reason, errcode, answered } = lookup;
  if (state === 'waiting') {
    const { title, why } = describeWait(t, lookup);
    return (
      <Callout tone="warning" title={title}>
        {why && <p>{why}</p>}
        {answered > 0 && <p className="lookup-note">{t('lookup:waiting.kept')}</p>}
      </Callout>
    );
  }
  if (state === 'failed') {
    const { title, remedy } = describeStop(t, lookup);
    return (
      <Callout tone="danger" title={title}>
        <p>{remedy}</p>
        <p className="lookup-note">
          {answered > 0 && t('lookup:goesOn')}
          {errcode !== null && ` ${t('errors:facts.errcode')} ${errcode}`}
        </p>
        {reason !== null && (
          <div className="callout-actions">
            <Button size="small" href={hashOf(reason === 'credentials' ? 'accounts' : 'doctor')}>
              {t(reason === 'credentials' ? 'lookup:failed.mend' : 'lookup:failed.examine')}
            </Button>
          </div>
        )}
      </Callout>
    );
  }
  if (state === 'paused') return <p className="lookup-note">{t('lookup:goesOn')}</p>;
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
