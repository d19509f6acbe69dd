/** One look-up: how it goes, then its answers; of a single person their card at once. */
import { Button, Spin } from 'antd';
import { useState } from 'react';
import type { Lookup } from '#shared/model/lookup.ts';
import type { Erasure } from '#shared/model/person.ts';
import type { Verdict } from '#shared/model/verdict.ts';
import { Callout } from '../components/Callout.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { hashOf } from '../routing.ts';
import { useText } from '../text/text.ts';
import { LookupHeader } from './LookupHeader.tsx';
import { LookupProgress } from './LookupProgress.tsx';
import { ResultsPanel } from './ResultsPanel.tsx';
import { SinglePerson } from './SinglePerson.tsx';
import { useLookup } from './use-lookup.ts';

export function LookupView({ id }: { id: string }) {
  const t = useText();
  const { data, error, refetch, isFetching } = useLookup(id);
  if (data) return <OpenLookup lookup={data} error={error} />;
  if (!error) return <Spin className="shell-waiting" description={t('loading')} />;
  return (
    <ErrorState
      error={error}
      retrying={isFetching}
      onRetry={() => void refetch()}
      actions={<Button href={hashOf('lookup')}>{t('lookup:view.back')}</Button>}
    />
  );
}

/** With the error that keeps what shows from being what is: the host is gone, or the look-up. */
function OpenLookup({ lookup, error }: { lookup: Lookup; error: Error | null }) {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [erased, setErased] = useState<Erasure | null>(null);
  // Whoever was alone in it when it was opened is shown as a card, also after others have been erased.
  const [isSingle] = useState(lookup.asked === 1);
  return (
    <>
      <LookupHeader lookup={lookup} verdict={verdict} />
      {error && <FailureCallout error={error} />}
      <LookupProgress lookup={lookup} />
      {erased && <Erased erasure={erased} onDismiss={() => setErased(null)} />}
      {isSingle ? (
        !erased && <SinglePerson lookup={lookup} onErased={setErased} />
      ) : (
        <ResultsPanel lookup={lookup} verdict={verdict} onVerdict={setVerdict} onErased={setErased} />
      )}
    </>
  );
}

function Erased({ erasure, onDismiss }: { erasure: Erasure; onDismiss: () => void }) {
  const t = useText();
  return (
    <Callout tone="success" title={t('lookup:erase.done')} onDismiss={onDismiss}>
      <p>{t('lookup:erase.report', { ...erasure })}</p>
    </Callout>
  );
}
