/**
 * A million followers in a table that draws only those in sight. Keys: arrows, Page and Home/End move from row to
 * row, Space selects, Shift selects all in between, Enter opens.
 */
import { Button } from 'antd';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef } from 'react';
import type { Follower } from '#shared/model/user.ts';
import { RowGap } from '../components/rows/RowGap.tsx';
import { useRowKeys } from '../components/rows/use-row-keys.ts';
import { useVirtualRows } from '../components/rows/use-virtual-rows.ts';
import { useMaskOpenids } from '../components/use-mask-openids.ts';
import { useTagNames } from '../components/use-tag-names.ts';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { FollowerRow } from './FollowerRow.tsx';
import { SelectAll } from './SelectAll.tsx';
import type { Selection } from './selection.ts';
import { type Directory, MOST_ROWS } from './use-directory.ts';
import '../components/rows/row-open.css';
import './list.css';

const COLUMNS = ['select', 'openid', 'remark', 'tags', 'subscribed', 'scene', 'open'] as const;
const ROW_HEIGHT = 40;

export interface Choosing {
  selection: Selection;
  /** `isRange`: all from the one chosen last. */
  choose: (index: number, isRange: boolean) => void;
  chooseAll: () => void;
  isChoosingAll: boolean;
}

interface FollowerTableProps {
  accountId: string;
  directory: Directory;
  shown: NonNullable<Directory['shown']>;
  choosing: Choosing;
  openIndex: number | null;
  onOpen: (index: number) => void;
  /** Shows those who followed earlier than the last row that is listed. */
  onOlder: (last: Follower) => void;
}

export function FollowerTable(props: FollowerTableProps) {
  const t = useText();
  const { accountId, directory, shown, choosing, openIndex, onOpen } = props;
  const { count, isWhole } = shown;
  const scroller = useRef<HTMLDivElement>(null);
  const masked = useMaskOpenids();
  const sight = useVirtualRows(scroller, count, ROW_HEIGHT);
  const { first, last } = sight;
  const keys = useRowKeys({ scroller, count, height: ROW_HEIGHT, sight, target: '.follower-choose' });
  const { show } = directory;
  useEffect(() => show(first, last), [show, first, last]);
  const indexes = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  const tagNames = useTagNames(
    accountId,
    indexes.some((index) => (directory.row(index)?.tagIds.length ?? 0) > 0),
  );
  const { choose } = choosing;
  const onChoose = useCallback((index: number, event: MouseEvent) => choose(index, event.shiftKey), [choose]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const isOnRow = event.target instanceof Element && event.target.closest('[data-index]') !== null;
    if (!isOnRow) return;
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      onOpen(keys.active);
      return;
    }
    const next = keys.onKeyDown(event);
    if (next !== null && event.shiftKey) choose(next, true);
  }

  return (
    <div
      className="follower-list"
      ref={scroller}
      data-masked={masked}
      data-behind={directory.isBehind || undefined}
      aria-busy={directory.isBehind}
    >
      <table aria-rowcount={isWhole ? count + 1 : -1} onKeyDown={onKeyDown}>
        <caption className="visually-hidden">
          {t('followers:list.label')} {t('followers:list.keys')}
        </caption>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {column === 'select' ? (
                  <SelectAll choosing={choosing} shown={shown} />
                ) : column === 'open' ? (
                  <span className="visually-hidden">{t('followers:list.columns.open')}</span>
                ) : (
                  t(`followers:list.columns.${column}`)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <RowGap rows={first} height={ROW_HEIGHT} columns={COLUMNS.length} />
          {indexes.map((index) => {
            const row = directory.row(index);
            return (
              <FollowerRow
                key={index}
                index={index}
                row={row}
                isTabStop={index === keys.stop}
                isOpen={index === openIndex}
                isChosen={row !== undefined && choosing.selection.openids.has(row.openid)}
                tagNames={tagNames}
                onActive={keys.setActive}
                onChoose={onChoose}
                onOpen={onOpen}
                t={t}
              />
            );
          })}
          <RowGap rows={count - 1 - last} height={ROW_HEIGHT} columns={COLUMNS.length} />
        </tbody>
      </table>
      {count >= MOST_ROWS ? <TheMost {...props} /> : !isWhole && <Looking />}
    </div>
  );
}

function Looking() {
  const t = useText();
  return <p className="follower-list-end">{t('followers:list.looking')}</p>;
}

function TheMost({ directory, onOlder }: FollowerTableProps) {
  const t = useText();
  const last = directory.row(MOST_ROWS - 1);
  return (
    <p className="follower-list-end">
      {t('followers:list.most', { amount: grouped(MOST_ROWS) })}{' '}
      <Button size="small" disabled={!last?.subscribeTime} onClick={() => last && onOlder(last)}>
        {t('followers:list.older')}
      </Button>
    </p>
  );
}
