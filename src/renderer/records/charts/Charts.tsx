/** When people came, how many of them followed, and by which entry. As drawings, or as the numbers behind them. */
import { Button, Segmented, Spin } from 'antd';
import { useState } from 'react';
import type { ScanFilter } from '#shared/model/scan.ts';
import { Verdict } from '#shared/model/verdict.ts';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useText } from '../../text/text.ts';
import { ByEntry } from './ByEntry.tsx';
import { FollowRate } from './FollowRate.tsx';
import { OverTime } from './OverTime.tsx';
import { Patterns, Swatch } from './Patterns.tsx';
import { useEntrySeries } from './use-entry-series.ts';
import { useTimeSeries } from './use-time-series.ts';
import './charts.css';

export type ChartView = 'charts' | 'tables';

interface ChartsProps {
  filter: ScanFilter;
  entryName: (entryId: string) => string;
  /** On paper there is nothing to switch. */
  still?: boolean;
}

export function Charts({ filter, entryName, still = false }: ChartsProps) {
  const t = useText();
  const [view, setView] = useState<ChartView>('charts');
  const { bins, error, retry } = useTimeSeries(filter);
  const byEntry = useEntrySeries(filter);
  // Among scans of one verdict or one person there is no rate; and its numbers stand in the table before it.
  const { verdict, openid } = filter;
  const withRate = verdict === undefined && openid === undefined && view === 'charts';
  const withEntries = byEntry.length > 1;
  if (error) {
    return <FailureCallout error={error} action={<Button onClick={retry}>{t('retry')}</Button>} />;
  }
  return (
    <section className="charts" aria-label={t('records:charts.label')} data-view={view}>
      {bins && (
        <div className="charts-head">
          <Legend />
          {!still && (
            <Segmented<ChartView>
              size="small"
              aria-label={t('records:charts.view')}
              value={view}
              onChange={setView}
              options={[
                { value: 'charts', label: t('records:charts.asCharts') },
                { value: 'tables', label: t('records:charts.asTables') },
              ]}
            />
          )}
        </div>
      )}
      {bins ? (
        <div className="charts-row" data-charts={1 + Number(withRate) + Number(withEntries)}>
          <Patterns />
          <OverTime bins={bins} view={view} wide={still || !(withRate || withEntries)} />
          {withRate && <FollowRate bins={bins} view={view} wide={still} />}
          {withEntries && <ByEntry counts={byEntry} entryName={entryName} view={view} />}
        </div>
      ) : (
        <p className="charts-none">
          {bins === null ? t('records:charts.none') : <Spin description={t('records:charts.loading')} />}
        </p>
      )}
    </section>
  );
}

function Legend() {
  const t = useText();
  return (
    <ul className="charts-legend">
      {Verdict.options.map((verdict) => (
        <li key={verdict}>
          <Swatch verdict={verdict} />
          {t(`verdicts.${verdict}`)}
        </li>
      ))}
    </ul>
  );
}
