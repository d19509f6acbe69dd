/** Many entries in one go: what will be made is listed, with what is wrong, before anything is. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { type Entry, type EntryItem, MOST_ENTRIES_AT_ONCE, type Scope } from '#shared/model/entry.ts';
import { Callout } from '../../components/Callout.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { focusFirstField } from '../../components/focus-first-field.ts';
import { useConsole } from '../../host/console.tsx';
import { hashOf } from '../../routing.ts';
import { useText } from '../../text/text.ts';
import { BulkFields } from './BulkFields.tsx';
import { RowList } from './RowList.tsx';
import { refusedItem } from './refused-item.ts';
import { type Draft, isBroken, itemsToMake, rowsOf } from './rows.ts';
import './bulk.css';

interface BulkDialogProps {
  accountId: string;
  /** The account's entries as they are. */
  entries: readonly Entry[];
  /** All of them are there; the first one is shown where the desk shows one. */
  onMade: (made: readonly Entry[]) => void;
  onWatch: () => void;
  onClose: () => void;
}

export function BulkDialog({ accountId, entries, onMade, onWatch, onClose }: BulkDialogProps) {
  const t = useText();
  const { client, query } = useConsole();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => ({
    how: 'pattern',
    pattern: t('gates:bulk.patternStart'),
    from: 1,
    count: 12,
    list: '',
    param: '',
  }));
  const [scope, setScope] = useState<Scope>('snsapi_base');
  const [skip, setSkip] = useState(true);
  // As they were when the dialog opened: what it makes itself is no repetition.
  const [existing] = useState(() => new Set(entries.map(({ name }) => name)));
  const make = useMutation({
    mutationFn: (items: EntryItem[]) => client.entries.createMany({ accountId, scope, items }),
    async onSuccess({ items }) {
      await queryClient.invalidateQueries({ queryKey: query.entries.key() });
      onMade(items);
    },
  });
  const rows = useMemo(() => rowsOf(draft, existing), [draft, existing]);
  const broken = rows.filter(isBroken).length;
  const items = itemsToMake(rows, skip);
  const tooMany = items.length > MOST_ENTRIES_AT_ONCE;
  const refused = refusedItem(make.error);
  const made = make.data?.items.length;

  return (
    <Modal
      open
      centered
      width={860}
      title={t('gates:bulk.title')}
      afterOpenChange={focusFirstField}
      onCancel={onClose}
      footer={
        made === undefined ? (
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button
              type="primary"
              disabled={items.length === 0 || broken > 0 || tooMany}
              loading={make.isPending}
              onClick={() => make.mutate(items)}
            >
              {broken > 0
                ? t('gates:bulk.fix', { count: broken })
                : t('gates:bulk.create', { count: items.length })}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onWatch}>{t('gates:bulk.watch')}</Button>
            <Button type="primary" href={hashOf('desk', 'posters')}>
              {t('gates:bulk.print')}
            </Button>
          </>
        )
      }
    >
      {made === undefined ? (
        <div className="bulk">
          <BulkFields draft={draft} onChange={setDraft} scope={scope} onScope={setScope} />
          <div className="bulk-preview">
            <strong>{t('gates:bulk.preview')}</strong>
            <RowList rows={rows} skipExisting={skip} />
            {rows.some(({ trouble }) => trouble?.kind === 'exists') && (
              <Checkbox checked={skip} onChange={(event) => setSkip(event.target.checked)}>
                {t('gates:bulk.skip')}
              </Checkbox>
            )}
            {tooMany && (
              <Callout
                tone="warning"
                title={t('gates:bulk.tooMany', { most: MOST_ENTRIES_AT_ONCE, count: items.length })}
              />
            )}
            {refused === null ? (
              make.error && <FailureCallout error={make.error} />
            ) : (
              <Callout tone="danger" title={t('gates:bulk.refusedRow', { row: refused + 1 })} />
            )}
          </div>
        </div>
      ) : (
        <Callout tone="success" title={t('gates:bulk.done', { count: made })}>
          <p>{t('gates:bulk.doneBody')}</p>
        </Callout>
      )}
    </Modal>
  );
}
