/** A look-up of one person is their card, large, where an eye that holds a scanner finds it. */
import { useQuery } from '@tanstack/react-query';
import type { Lookup } from '#shared/model/lookup.ts';
import type { Erasure } from '#shared/model/person.ts';
import { Callout } from '../components/Callout.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { PersonCard } from '../components/person/PersonCard.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';

interface SinglePersonProps {
  lookup: Lookup;
  onErased: (erasure: Erasure) => void;
}

export function SinglePerson({ lookup, onErased }: SinglePersonProps) {
  const t = useText();
  const { query } = useConsole();
  const { id, answered } = lookup;
  const results = useQuery(
    query.lookups.results.queryOptions({ input: { id, limit: 1 }, enabled: answered > 0 }),
  );
  const row = results.data?.items[0];
  if (row) {
    return (
      <section className="single-person" aria-live="polite">
        <PersonCard
          key={row.openid}
          accountId={lookup.accountId}
          openid={row.openid}
          answer={row}
          raw={row.raw}
          onErased={onErased}
        />
      </section>
    );
  }
  if (results.error) {
    return (
      <ErrorState
        error={results.error}
        retrying={results.isFetching}
        onRetry={() => void results.refetch()}
      />
    );
  }
  if (results.data) return <p className="lookup-note">{t('lookup:view.nobody')}</p>;
  return lookup.state === 'running' ? <Callout tone="busy" title={t('lookup:view.asking')} /> : null;
}
