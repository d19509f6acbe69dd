/** A person's card beside the list, with the way to the one before and the one after. */
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { StepButtons } from '../StepButtons.tsx';

export interface CardDrawerProps {
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
  /** It has slid away. */
  onClosed: () => void;
}

/** Open while it has a card. */
export function CardDrawer({
  onPrevious,
  onNext,
  onClose,
  onClosed,
  children,
}: CardDrawerProps & { children: ReactNode | null }) {
  const t = useText();
  return (
    <Drawer
      open={children !== null}
      size={560}
      title={t('lookup:person.title')}
      onClose={onClose}
      afterOpenChange={(isOpen) => !isOpen && onClosed()}
      destroyOnHidden
      extra={
        <StepButtons
          up={{ label: t('lookup:person.previous'), onClick: onPrevious }}
          down={{ label: t('lookup:person.next'), onClick: onNext }}
        />
      }
    >
      {children}
    </Drawer>
  );
}
