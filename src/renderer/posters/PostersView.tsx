/** Codes on their way to paper: what is printed is chosen on the left, the sheets are seen on the right. */
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Account } from '#shared/model/account.ts';
import type { Entry } from '#shared/model/entry.ts';
import { Callout } from '../components/Callout.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorState } from '../components/ErrorState.tsx';
import { useObstacle } from '../desk/Obstacle.tsx';
import { hashOf } from '../routing.ts';
import { useText } from '../text/text.ts';
import { EntryChoice } from './EntryChoice.tsx';
import { PosterFields, type PosterForm } from './PosterFields.tsx';
import { PrintedSheets } from './PrintedSheets.tsx';
import { SaveSheets } from './SaveSheets.tsx';
import { SheetPreview } from './SheetPreview.tsx';
import { usePrinting } from './use-printing.ts';
import { Warnings } from './Warnings.tsx';
import './posters.css';

interface PostersViewProps {
  account: Account;
  /** Of that account, one at least. */
  entries: Entry[];
}

export function PostersView({ account, entries }: PostersViewProps) {
  const t = useText();
  const obstacle = useObstacle(account);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [form, setForm] = useState<PosterForm>(() => ({
    paper: 'A4',
    perSheet: 4,
    title: account.name,
    line: t('posters:lineStart'),
    showName: true,
    showLink: true,
    cutMarks: true,
  }));
  const chosen = useMemo(() => entries.filter(({ id }) => !left.has(id)), [entries, left]);
  // Two hundred posters are drawn when the typing pauses.
  const choices = useDeferredValue(form);
  const printing = usePrinting(account, entries, chosen, choices);
  const { sheets, tooLong, error } = printing;
  const name = t('posters:fileName', { name: form.title.trim() || account.name });

  return (
    <div className="posters">
      <section className="panel posters-choices" aria-label={t('posters:title')}>
        <div className="posters-head">
          <Button icon={<ArrowLeftOutlined />} href={hashOf('desk')} aria-label={t('posters:back')} />
          <h2>{t('posters:title')}</h2>
        </div>
        <EntryChoice entries={entries} left={left} onLeft={setLeft} />
        <PosterFields form={form} onChange={setForm} />
      </section>
      <section className="panel posters-sheets" aria-label={t('posters:preview')}>
        {obstacle ??
          (error ? (
            <ErrorState error={error} onRetry={printing.refetch} />
          ) : (
            <>
              <Warnings printing={printing} />
              {tooLong && <Callout tone="danger" title={t('posters:tooLong')} />}
              {chosen.length === 0 && <EmptyState title={t('posters:noneChosen')} />}
              <SheetPreview sheets={sheets} />
              <SaveSheets sheets={sheets} name={name} />
              <PrintedSheets sheets={sheets} />
            </>
          ))}
      </section>
    </div>
  );
}
