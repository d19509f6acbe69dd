/** One answer: the verdict, who, since when and how; of an unknown one the reason. */
import { type MouseEvent, memo } from 'react';
import type { LookupRow } from '#shared/model/lookup.ts';
import { describeScene } from '../components/describe-scene.ts';
import { MaskedOpenid } from '../components/MaskedOpenid.tsx';
import { describeAnswer } from '../components/person/describe-answer.ts';
import { TagNames } from '../components/TagNames.tsx';
import { VerdictTag } from '../components/VerdictTag.tsx';
import { dayTime, grouped } from '../text/format.ts';
import type { Text } from '../text/text.ts';

interface ResultRowProps {
  index: number;
  /** Undefined until it is there. */
  row: LookupRow | undefined;
  tabStop: boolean;
  isOpen: boolean;
  tagNames: ReadonlyMap<number, string> | undefined;
  onActive: (index: number) => void;
  onOpen: (index: number) => void;
  /** From the table: looking the wording up in each row is what would cost most. */
  t: Text;
}

export const ResultRow = memo(function ResultRow(props: ResultRowProps) {
  const { index, row, isOpen, onActive, onOpen, t } = props;
  function open(event: MouseEvent): void {
    // The openid's own buttons have a meaning of their own.
    if (event.target instanceof Element && event.target.closest('.masked-openid') === null) onOpen(index);
  }
  return (
    // A click anywhere in the row opens it; for keys there is the button in it.
    <tr
      data-testid="lookup-row"
      data-index={index}
      data-verdict={row?.verdict}
      data-open={isOpen || undefined}
      aria-rowindex={index + 2}
      onFocus={() => onActive(index)}
      onClick={open}
    >
      {row ? <Cells row={row} tagNames={props.tagNames} t={t} /> : <td colSpan={7}>{t('loading')}</td>}
      <td data-column="open">
        {/* There from the first, so that keys can rest on a row that is still to come. */}
        <button
          type="button"
          className="row-open"
          tabIndex={props.tabStop ? 0 : -1}
          aria-haspopup="dialog"
          aria-label={t('lookup:results.open', { number: index + 1 })}
        />
      </td>
    </tr>
  );
});

interface CellsProps extends Pick<ResultRowProps, 'tagNames' | 't'> {
  row: LookupRow;
}

function Cells({ row, tagNames, t }: CellsProps) {
  const { user, reason } = row;
  const scene = user?.subscribeScene ? describeScene(t, user.subscribeScene) : '';
  const why = reason === null ? null : describeAnswer(t, { reason, errcode: row.errcode }).title;
  const remark = why ?? user?.remark ?? '';
  return (
    <>
      <td data-column="number">{grouped(row.position + 1)}</td>
      <td>
        <VerdictTag verdict={row.verdict} size="small" />
      </td>
      <td data-column="openid">
        <MaskedOpenid key={row.openid} openid={row.openid} />
      </td>
      <td>{user?.subscribeTime && dayTime(user.subscribeTime)}</td>
      <td data-column="scene" title={scene}>
        {scene}
      </td>
      <td data-column="tags">{user && <TagNames ids={user.tagIds} names={tagNames} />}</td>
      <td title={remark}>{why === null ? remark : <em>{why}</em>}</td>
    </>
  );
}
