/** What is left out, behind a count: where each of them stood and what it was. */
import { Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';

/** More is not read line by line: then the file itself needs a look. */
const SHOWN = 100;

interface DroppedListProps<Item> {
  /** How many, in words: what is pressed to see them. */
  count: string;
  icon?: ReactNode;
  why: string;
  items: readonly Item[];
  lineOf: (item: Item) => number;
  children: (item: Item) => ReactNode;
}

export function DroppedList<Item>({ count, icon, why, items, lineOf, children }: DroppedListProps<Item>) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const list = (
    <div className="dropped">
      <p className="lookup-note">{why}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region that keys cannot reach cannot be read to its end */}
      <ol tabIndex={0} aria-label={count}>
        {items.slice(0, SHOWN).map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order, and a line may come twice
          <li key={index}>
            <span>{t('lookup:dropped.line', { line: grouped(lineOf(item)) })}</span>
            {children(item)}
          </li>
        ))}
      </ol>
      {items.length > SHOWN && (
        <p className="lookup-note">{t('lookup:dropped.more', { amount: grouped(items.length - SHOWN) })}</p>
      )}
    </div>
  );
  return (
    <Popover content={list} trigger="click" placement="bottomLeft" open={isOpen} onOpenChange={setOpen}>
      <Button size="small" type="text" icon={icon} aria-expanded={isOpen}>
        {count}
      </Button>
    </Popover>
  );
}
