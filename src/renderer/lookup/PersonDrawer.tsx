/** A person's card beside the list, with the way to the one before and the one after. */
import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import type { LookupRow } from '#shared/model/lookup.ts';
import type { Erasure } from '#shared/model/person.ts';
import { PersonCard } from '../components/person/PersonCard.tsx';
import { useText } from '../text/text.ts';

interface PersonDrawerProps {
  accountId: string;
  row: LookupRow | null;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
  /** It has slid away. */
  onClosed: () => void;
  onErased: (erasure: Erasure) => void;
}

export function PersonDrawer(props: PersonDrawerProps) {
  const t = useText();
  const { accountId, row, onPrevious, onNext, onClose, onClosed, onErased } = props;
  return (
    <Drawer
      open={row !== null}
      size={560}
      title={t('lookup:person.title')}
      onClose={onClose}
      afterOpenChange={(isOpen) => !isOpen && onClosed()}
      destroyOnHidden
      extra={
        <>
          <Button
            type="text"
            icon={<UpOutlined />}
            disabled={!onPrevious}
            aria-label={t('lookup:person.previous')}
            title={t('lookup:person.previous')}
            onClick={onPrevious}
          />
          <Button
            type="text"
            icon={<DownOutlined />}
            disabled={!onNext}
            aria-label={t('lookup:person.next')}
            title={t('lookup:person.next')}
            onClick={onNext}
          />
        </>
      }
    >
      {row && (
        <PersonCard
          key={row.openid}
          accountId={accountId}
          openid={row.openid}
          answer={row}
          raw={row.raw}
          onErased={onErased}
        />
      )}
    </Drawer>
  );
}
