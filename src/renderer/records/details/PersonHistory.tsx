/** The latest scans of one person, annulled ones struck through. */

import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { annulledWhy } from '../../components/annulment/annulled-why.ts';
import { VerdictTag } from '../../components/VerdictTag.tsx';
import { useConsole } from '../../host/console.tsx';
import { dayTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';

const SHOWN = 10;

interface PersonHistoryProps {
  accountId: string;
  openid: string;
  entryName: (entryId: string) => string;
}

export function PersonHistory({ accountId, openid, entryName }: PersonHistoryProps) {
  const t = useText();
  const id = useId();
  const { query } = useConsole();
  const { data } = useQuery(query.scans.list.queryOptions({ input: { accountId, openid, limit: SHOWN } }));
  if (!data || data.items.length < 2) return null;
  return (
    <div>
      <h4 id={id}>{t('records:person.history')}</h4>
      <ol className="details-history" aria-labelledby={id}>
        {data.items.map((scan) => (
          <li
            key={scan.id}
            data-annulled={scan.annulled !== null}
            title={scan.annulled ? annulledWhy(t, scan.annulled) : undefined}
          >
            <time dateTime={scan.scannedAt}>{dayTime(scan.scannedAt)}</time>
            <VerdictTag verdict={scan.verdict} size="small" />
            <span>{entryName(scan.entryId)}</span>
            {scan.annulled && <span>{t('records:mark.annulled')}</span>}
          </li>
        ))}
      </ol>
      {data.nextCursor !== null && <p className="details-note">{t('records:person.historyMore')}</p>}
    </div>
  );
}
