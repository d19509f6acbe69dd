/** The latest scans on paper: without openids, or with masked ones; whole ones never leave by a printer. */

import { useQuery } from '@tanstack/react-query';
import type { ScanFilter } from '#shared/model/scan.ts';
import { annulledWhy } from '../../components/annulment/annulled-why.ts';
import { maskOpenid } from '../../components/mask-openid.ts';
import { VerdictTag } from '../../components/VerdictTag.tsx';
import { useConsole } from '../../host/console.tsx';
import { dayTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';

const SHOWN = 30;

interface LatestScansProps {
  filter: ScanFilter;
  entryName: (entryId: string) => string;
  openids: boolean;
}

export function LatestScans({ filter, entryName, openids }: LatestScansProps) {
  const t = useText();
  const { query } = useConsole();
  const { data } = useQuery(query.scans.list.queryOptions({ input: { ...filter, limit: SHOWN } }));
  if (!data || data.items.length === 0) return null;
  const columns = ['time', 'verdict', 'reason', 'entry', ...(openids ? (['openid'] as const) : [])] as const;
  return (
    <section className="paper-list">
      <h2>{t('records:print.list', { count: data.items.length })}</h2>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`records:list.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.items.map((scan) => (
            <tr key={scan.id} data-annulled={scan.annulled !== null}>
              <td>{dayTime(scan.scannedAt)}</td>
              <td>
                <VerdictTag verdict={scan.verdict} size="small" />
              </td>
              <td>
                {scan.annulled
                  ? t('records:mark.annulledWhy', { reason: annulledWhy(t, scan.annulled) })
                  : scan.reason && t(`reasons:${scan.reason}.title`)}
              </td>
              <td>{entryName(scan.entryId)}</td>
              {openids && (
                <td>
                  <code>{scan.openid === null ? '' : maskOpenid(scan.openid)}</code>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
