/** One follower: who, what is known of them, and whether they are selected. */
import { type MouseEvent, memo } from 'react';
import type { Follower } from '#shared/model/user.ts';
import { describeScene } from '../components/describe-scene.ts';
import { MaskedOpenid } from '../components/MaskedOpenid.tsx';
import { TagNames } from '../components/TagNames.tsx';
import { dayTime } from '../text/format.ts';
import type { Text } from '../text/text.ts';

interface FollowerRowProps {
  index: number;
  /** Undefined until it is there. */
  row: Follower | undefined;
  isTabStop: boolean;
  isOpen: boolean;
  isChosen: boolean;
  tagNames: ReadonlyMap<number, string> | undefined;
  onActive: (index: number) => void;
  onChoose: (index: number, event: MouseEvent) => void;
  onOpen: (index: number) => void;
  /** From the table: looking the wording up in each row is what would cost most. */
  t: Text;
}

export const FollowerRow = memo(function FollowerRow(props: FollowerRowProps) {
  const { index, row, isOpen, isChosen, isTabStop, onActive, onChoose, onOpen, t } = props;
  function open(event: MouseEvent): void {
    // The openid's own buttons and the box have a meaning of their own.
    const { target } = event;
    if (target instanceof Element && target.closest('.masked-openid, [data-column="select"]') === null) {
      onOpen(index);
    }
  }
  return (
    // A click anywhere in the row opens it; for keys there is Enter, and the button in it.
    <tr
      data-testid="follower-row"
      data-index={index}
      data-open={isOpen || undefined}
      data-chosen={isChosen || undefined}
      aria-rowindex={index + 2}
      onFocus={() => onActive(index)}
      onClick={open}
    >
      <td data-column="select">
        {/* A label, so that the whole cell can be hit. There from the first, so that keys can rest here. */}
        <label>
          <input
            type="checkbox"
            className="follower-choose"
            tabIndex={isTabStop ? 0 : -1}
            checked={isChosen}
            disabled={row === undefined && !isTabStop}
            aria-label={t('followers:list.choose', { number: index + 1 })}
            onClick={(event) => onChoose(index, event)}
            onChange={nothing}
          />
        </label>
      </td>
      {row ? <Cells row={row} tagNames={props.tagNames} t={t} /> : <td colSpan={5}>{t('loading')}</td>}
      <td data-column="open">
        <button
          type="button"
          className="row-open"
          tabIndex={isTabStop ? 0 : -1}
          aria-haspopup="dialog"
          aria-label={t('followers:list.open', { number: index + 1 })}
        />
      </td>
    </tr>
  );
});

interface CellsProps extends Pick<FollowerRowProps, 'tagNames' | 't'> {
  row: Follower;
}

function Cells({ row, tagNames, t }: CellsProps) {
  const scene = row.subscribeScene ? describeScene(t, row.subscribeScene) : '';
  return (
    <>
      <td data-column="openid">
        <MaskedOpenid key={row.openid} openid={row.openid} />
      </td>
      <td title={row.remark ?? undefined}>{row.remark}</td>
      <td data-column="tags">
        <TagNames ids={row.tagIds} names={tagNames} />
      </td>
      <td>{row.subscribeTime && dayTime(row.subscribeTime)}</td>
      <td title={scene}>{scene}</td>
    </>
  );
}

/** The click says more than the change: whether Shift is held. */
function nothing(): void {}
