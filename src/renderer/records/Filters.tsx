/** What narrows the records down. Every choice is a new address, so that Back takes it back. */
import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { Entry } from '#shared/model/entry.ts';
import { Reason, Verdict } from '#shared/model/verdict.ts';
import { MaskedOpenid } from '../components/MaskedOpenid.tsx';
import { useText } from '../text/text.ts';
import { useEntryNames } from './entry-names.ts';
import { Moments, PeriodFilter } from './PeriodFilter.tsx';
import { isNarrowed, NO_FILTER, type RecordFilter } from './record-filter.ts';

const ANNULLED = ['any', 'only', 'without'] as const;
type Annulled = (typeof ANNULLED)[number];

interface FiltersProps {
  filter: RecordFilter;
  onChange: (filter: RecordFilter) => void;
  entries: readonly Entry[];
}

export function Filters({ filter, onChange, entries }: FiltersProps) {
  const t = useText();
  const change = (part: Partial<RecordFilter>) => onChange({ ...filter, ...part });
  return (
    <search className="record-filters" aria-label={t('records:filters.label')}>
      <PeriodFilter period={filter.period} onChange={(period) => change({ period })} />
      <EntryFilter entryId={filter.entryId} entries={entries} onChange={(entryId) => change({ entryId })} />
      <Select
        allowClear
        aria-label={t('records:filters.verdict')}
        placeholder={t('records:filters.allVerdicts')}
        value={filter.verdict}
        onChange={(verdict) => change({ verdict: verdict ?? null, reason: null })}
        options={Verdict.options.map((value) => ({ value, label: t(`verdicts.${value}`) }))}
      />
      <Select
        allowClear
        aria-label={t('records:filters.reason')}
        placeholder={t('records:filters.allReasons')}
        popupMatchSelectWidth={false}
        disabled={filter.verdict !== null && filter.verdict !== 'unknown'}
        value={filter.reason}
        onChange={(reason) => change(reason ? { verdict: 'unknown', reason } : { reason: null })}
        options={Reason.options.map((value) => ({ value, label: t(`reasons:${value}.title`) }))}
      />
      <Select
        aria-label={t('records:filters.annulled')}
        popupMatchSelectWidth={false}
        value={filter.annulled ?? 'any'}
        onChange={(value: Annulled) => change({ annulled: value === 'any' ? null : value })}
        options={ANNULLED.map((value) => ({
          value,
          label: t(`records:filters.annulledChoices.${value}`),
        }))}
      />
      {filter.openid === '' ? (
        <OpenidField onEnter={(openid) => change({ openid })} />
      ) : (
        <OnePerson openid={filter.openid} onEverybody={() => change({ openid: '' })} />
      )}
      {isNarrowed(filter) && (
        <Button type="text" onClick={() => onChange({ ...NO_FILTER, period: filter.period })}>
          {t('records:filters.reset')}
        </Button>
      )}
      <Moments period={filter.period} onChange={(period) => change({ period })} />
    </search>
  );
}

interface EntryFilterProps {
  entryId: string | null;
  entries: readonly Entry[];
  onChange: (entryId: string | null) => void;
}

function EntryFilter({ entryId, entries, onChange }: EntryFilterProps) {
  const t = useText();
  const nameOf = useEntryNames(entries);
  const gone = entryId !== null && !entries.some(({ id }) => id === entryId) ? [entryId] : [];
  return (
    <Select
      allowClear
      aria-label={t('records:filters.entry')}
      placeholder={t('records:filters.allEntries')}
      popupMatchSelectWidth={false}
      value={entryId}
      onChange={(value) => onChange(value ?? null)}
      options={[...entries.map(({ id }) => id), ...gone].map((value) => ({ value, label: nameOf(value) }))}
    />
  );
}

/** Typed first, looked for with Enter or on leaving: half an openid finds nobody. */
function OpenidField({ onEnter }: { onEnter: (openid: string) => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const enter = () => {
    if (typed.trim() !== '') onEnter(typed.trim());
  };
  return (
    <Input
      className="record-openid"
      allowClear
      spellCheck={false}
      autoComplete="off"
      maxLength={128}
      aria-label={t('records:filters.openid')}
      placeholder={t('records:filters.openid')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={enter}
      onBlur={enter}
    />
  );
}

/** Masked like every openid: the field it was typed into would go on showing it. */
function OnePerson({ openid, onEverybody }: { openid: string; onEverybody: () => void }) {
  const t = useText();
  return (
    <span className="record-person">
      <MaskedOpenid key={openid} openid={openid} />
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t('records:filters.everybody')}
        title={t('records:filters.everybody')}
        onClick={onEverybody}
      />
    </span>
  );
}
