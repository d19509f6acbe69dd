/** The answers of many: counted, filtered by verdict, in the order given; a row opens the person's card. */
import { Segmented } from 'antd';
import { useRef, useState } from 'react';
import type { Lookup, LookupRow } from '#shared/model/lookup.ts';
import type { Erasure } from '#shared/model/person.ts';
import type { Verdict } from '#shared/model/verdict.ts';
import { ErrorState } from '../components/ErrorState.tsx';
import { VerdictIcon } from '../components/VerdictIcon.tsx';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { PersonDrawer } from './PersonDrawer.tsx';
import { ResultTable } from './ResultTable.tsx';
import { useResults } from './use-results.ts';
import { countOf, VERDICTS } from './VerdictCounts.tsx';
import '../components/rows/row-open.css';
import './results.css';

interface ResultsPanelProps {
  lookup: Lookup;
  verdict: Verdict | null;
  onVerdict: (verdict: Verdict | null) => void;
  onErased: (erasure: Erasure) => void;
}

export function ResultsPanel({ lookup, verdict, onVerdict, onErased }: ResultsPanelProps) {
  const t = useText();
  const results = useResults(lookup, verdict);
  const [open, setOpen] = useState<{ index: number; row: LookupRow } | null>(null);
  const left = useRef(0);
  const count = verdict === null ? lookup.answered : countOf(lookup, verdict);

  function openAt(index: number): void {
    const row = results.row(index);
    if (!row) return;
    left.current = index;
    setOpen({ index, row });
  }
  return (
    <>
      <Segmented
        className="verdict-filter"
        aria-label={t('lookup:filter.label')}
        value={verdict ?? 'all'}
        onChange={(value) => onVerdict(VERDICTS.find((known) => known === value) ?? null)}
        options={[
          { value: 'all' as const, label: `${t('lookup:filter.all')} ${grouped(lookup.answered)}` },
          ...VERDICTS.map((value) => ({
            value,
            label: (
              <span className="verdict-choice" data-verdict={value}>
                <VerdictIcon verdict={value} size={14} />
                {t(`verdicts.${value}`)} {grouped(countOf(lookup, value))}
              </span>
            ),
          })),
        ]}
      />
      {results.error ? (
        <ErrorState error={results.error} onRetry={results.retry} />
      ) : count === 0 ? (
        <p className="results-none">
          {t(
            lookup.answered > 0
              ? 'lookup:view.noneSuch'
              : lookup.state === 'running'
                ? 'lookup:view.noneYet'
                : 'lookup:view.none',
          )}
        </p>
      ) : (
        <ResultTable
          key={verdict}
          accountId={lookup.accountId}
          count={count}
          results={results}
          openIndex={open?.index ?? null}
          onOpen={openAt}
        />
      )}
      <PersonDrawer
        accountId={lookup.accountId}
        row={open?.row ?? null}
        onPrevious={open && results.row(open.index - 1) ? () => openAt(open.index - 1) : undefined}
        onNext={open && results.row(open.index + 1) ? () => openAt(open.index + 1) : undefined}
        onClose={() => setOpen(null)}
        onClosed={() => focusRow(left.current)}
        onErased={(erasure) => {
          setOpen(null);
          results.restart();
          onErased(erasure);
        }}
      />
    </>
  );
}

/** Where the keys go on when a card is shut: the row that was looked at last. */
function focusRow(index: number): void {
  // The drawer first gives the focus back to where it was, which a mouse had left nowhere in particular.
  setTimeout(() => {
    document.querySelector<HTMLElement>(`.results [data-index="${index}"] .row-open`)?.focus();
  });
}
