/** Who it was, as far as FollowDesk knows: how often they came, their note, their scans; and forgetting them. */
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useId, useState } from 'react';
import type { Erasure, Person } from '#shared/model/person.ts';
import type { Scan } from '#shared/model/scan.ts';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { ErasePerson } from '../../components/person/ErasePerson.tsx';
import { PersonNote } from '../../components/person/PersonNote.tsx';
import { useConsole } from '../../host/console.tsx';
import { dayTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { PersonHistory } from './PersonHistory.tsx';
import '../../components/person/person.css';

interface PersonPartProps {
  scan: Scan;
  entryName: (entryId: string) => string;
  /** In the list, this visitor's scans of all time. */
  onShowAll: (openid: string) => void;
  onErased: (erasure: Erasure) => void;
}

export function PersonPart({ scan, entryName, onShowAll, onErased }: PersonPartProps) {
  const t = useText();
  const id = useId();
  const { accountId, openid } = scan;
  return (
    <section className="details-part" aria-labelledby={id}>
      <h3 id={id}>{t('records:person.title')}</h3>
      {openid === null ? (
        <p className="details-note">{t('records:person.unknown')}</p>
      ) : (
        <Known
          accountId={accountId}
          openid={openid}
          entryName={entryName}
          onShowAll={onShowAll}
          onErased={onErased}
        />
      )}
    </section>
  );
}

interface KnownProps extends Omit<PersonPartProps, 'scan'> {
  accountId: string;
  openid: string;
}

function Known({ accountId, openid, entryName, onShowAll, onErased }: KnownProps) {
  const t = useText();
  const { query } = useConsole();
  const person = useQuery(query.people.get.queryOptions({ input: { accountId, openid } }));
  const [erasing, setErasing] = useState(false);
  return (
    <>
      {person.data ? (
        <>
          <PersonLines person={person.data} />
          <PersonNote key={person.data.notedAt} person={person.data} />
        </>
      ) : person.error ? (
        <FailureCallout
          error={person.error}
          action={<Button onClick={() => void person.refetch()}>{t('retry')}</Button>}
        />
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 3 }} />
      )}
      <PersonHistory accountId={accountId} openid={openid} entryName={entryName} />
      <div className="details-actions">
        <Button onClick={() => onShowAll(openid)}>{t('records:person.showAll')}</Button>
        <Button danger onClick={() => setErasing(true)}>
          {t('records:person.erase')}
        </Button>
      </div>
      {erasing && (
        <ErasePerson
          accountId={accountId}
          openid={openid}
          onErased={onErased}
          onClose={() => setErasing(false)}
        />
      )}
    </>
  );
}

function PersonLines({ person }: { person: Person }) {
  const t = useText();
  const { scans, firstScannedAt, lastScannedAt, follower } = person;
  return (
    <ul className="details-lines">
      <li>
        {t('records:person.scans', { count: scans })}
        {firstScannedAt !== null && lastScannedAt !== null && (
          <>
            {' · '}
            {t('records:person.between', { first: dayTime(firstScannedAt), last: dayTime(lastScannedAt) })}
          </>
        )}
      </li>
      <li>{t(follower ? 'records:person.follower' : 'records:person.notFollower')}</li>
      {follower?.remark && <li>{t('records:person.remark', { remark: follower.remark })}</li>}
    </ul>
  );
}
