/** The box in the headings: everybody the filter shows, or nobody. */
import { useEffect, useRef } from 'react';
import { useText } from '../text/text.ts';
import type { Choosing } from './FollowerTable.tsx';
import type { Directory } from './use-directory.ts';

interface SelectAllProps {
  choosing: Choosing;
  shown: NonNullable<Directory['shown']>;
}

export function SelectAll({ choosing, shown }: SelectAllProps) {
  const t = useText();
  const box = useRef<HTMLInputElement>(null);
  const { size } = choosing.selection.openids;
  const isAll = size > 0 && shown.isWhole && size >= shown.count;
  const isSome = size > 0 && !isAll;
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome;
  }, [isSome]);
  return (
    <label>
      <input
        ref={box}
        type="checkbox"
        checked={isAll}
        disabled={choosing.isChoosingAll}
        aria-label={t('followers:list.chooseAll')}
        title={t('followers:list.chooseAll')}
        onChange={choosing.chooseAll}
      />
    </label>
  );
}
