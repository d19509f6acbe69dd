/** What will be made, row by row, and what is wrong with it. */
import { WarningFilled } from '@ant-design/icons';
import { useText } from '../../text/text.ts';
import { isBroken, type Row } from './rows.ts';

/** More are counted, not drawn: nobody reads them, and no call makes them. */
const SHOWN = 220;

export function RowList({ rows, skipExisting }: { rows: readonly Row[]; skipExisting: boolean }) {
  const t = useText();
  if (rows.length === 0) return <p className="bulk-empty">{t('gates:bulk.previewEmpty')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by the keyboard, too
    <section className="bulk-rows" aria-label={t('gates:bulk.preview')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {(['number', 'name', 'param', 'note'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`gates:bulk.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row) => (
            <tr
              key={row.row}
              data-testid="bulk-row"
              data-trouble={row.trouble?.kind}
              data-broken={isBroken(row)}
              data-skipped={skipExisting && row.trouble?.kind === 'exists'}
            >
              <td>{row.row}</td>
              <td title={row.name}>{row.name}</td>
              <td title={row.param}>{row.param}</td>
              <td>
                {row.trouble && (
                  <>
                    <WarningFilled aria-hidden />{' '}
                    {row.trouble.kind === 'twice'
                      ? t('gates:bulk.trouble.twice', { row: row.trouble.row })
                      : t(`gates:bulk.trouble.${row.trouble.kind}`)}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
