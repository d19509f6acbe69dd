/** Every code in the catalogue, found by number or word. */
import { Input, Segmented } from 'antd';
import { useDeferredValue, useState } from 'react';
import { allErrorCodes } from '#shared/model/error-codes.ts';
import { useText } from '../../text/text.ts';
import { type Family, filterCodes } from './filter-codes.ts';

const FAMILIES: readonly Family[] = ['all', 'api', 'authorize_page'];

export function AllCodes({ onExplain }: { onExplain: (code: number) => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [family, setFamily] = useState<Family>('all');
  const codes = filterCodes(allErrorCodes(), useDeferredValue(typed), family);
  const column = t('errors:catalogue');
  return (
    <section className="codes" aria-labelledby="codes-title">
      <header className="codes-header">
        <h2 id="codes-title">{t('doctor:codes.title')}</h2>
        <span role="status">{t('doctor:codes.count', { count: codes.length })}</span>
        <Segmented
          aria-label={t('doctor:codes.family')}
          value={family}
          onChange={setFamily}
          options={FAMILIES.map((value) => ({ value, label: t(`doctor:codes.families.${value}`) }))}
        />
        <Input
          type="search"
          allowClear
          aria-label={t('doctor:codes.search')}
          placeholder={t('doctor:codes.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </header>
      {codes.length === 0 ? (
        <p className="codes-none">{t('doctor:codes.none')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('doctor:codes.code')}</th>
              <th scope="col">{t('doctor:codes.meaning')}</th>
              <th scope="col">{t('doctor:codes.who')}</th>
            </tr>
          </thead>
          <tbody>
            {codes.map(({ code, meaning, remedy, actor }) => (
              <tr key={code}>
                <th scope="row">
                  <button
                    type="button"
                    aria-label={t('doctor:codes.explain', { code })}
                    onClick={() => onExplain(code)}
                  >
                    {code}
                  </button>
                </th>
                <td>
                  {meaning[column]}
                  <p className="doctor-note">{remedy[column]}</p>
                </td>
                <td>{t(`findings:actors.${actor}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
