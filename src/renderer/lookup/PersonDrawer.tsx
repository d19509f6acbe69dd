/** The card of a person who was looked up. */
import type { LookupRow } from '#shared/model/lookup.ts';
import type { Erasure } from '#shared/model/person.ts';
import { CardDrawer, type CardDrawerProps } from '../components/person/CardDrawer.tsx';
import { PersonCard } from '../components/person/PersonCard.tsx';

interface PersonDrawerProps extends CardDrawerProps {
  accountId: string;
  row: LookupRow | null;
  onErased: (erasure: Erasure) => void;
}

export function PersonDrawer({ accountId, row, onErased, ...drawer }: PersonDrawerProps) {
  return (
    <CardDrawer {...drawer}>
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
    </CardDrawer>
  );
}
