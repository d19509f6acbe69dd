/** What FollowDesk itself has seen of a person. */
import type { Person } from '#shared/model/person.ts';
import { dayTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { PersonFact } from './PersonFact.tsx';

export function HereFacts({ person }: { person: Person }) {
  const t = useText();
  return (
    <section aria-label={t('lookup:person.here')}>
      <h3>{t('lookup:person.here')}</h3>
      <dl className="person-facts">
        <PersonFact name={t('lookup:person.scans')}>
          {person.scans > 0 && t('lookup:person.times', { times: person.scans })}
        </PersonFact>
        {person.firstScannedAt && (
          <PersonFact name={t('lookup:person.first')}>{dayTime(person.firstScannedAt)}</PersonFact>
        )}
        {person.lastScannedAt && person.scans > 1 && (
          <PersonFact name={t('lookup:person.last')}>{dayTime(person.lastScannedAt)}</PersonFact>
        )}
      </dl>
    </section>
  );
}
