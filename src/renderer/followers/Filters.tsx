/** What narrows the directory down. Every choice is a new address, so that Back takes it back. */
import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import { describeScene, SCENES } from '../components/describe-scene.ts';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { useAccountTags } from './account-tags.ts';
import { type FollowerFilter, isBackwards, isNarrowed, NO_FILTER } from './follower-filter.ts';

/** Long enough for the next letter, too short to be waited for; the parts of a day take longer. */
const TYPING_MS = 250;
const TYPING_DAY_MS = 800;

interface FiltersProps {
  accountId: string;
  filter: FollowerFilter;
  onChange: (filter: FollowerFilter) => void;
  /** What is typed letter by letter leaves no trace for Back. */
  onTyped: (filter: FollowerFilter) => void;
}

export function Filters({ accountId, filter, onChange, onTyped }: FiltersProps) {
  const t = useText();
  const id = useId();
  const change = (part: Partial<FollowerFilter>) => onChange({ ...filter, ...part });
  const scenes = filter.scene === null || isKnown(filter.scene) ? SCENES : [...SCENES, filter.scene];
  return (
    <search className="follower-filters" aria-label={t('followers:filters.label')}>
      <Search text={filter.text} onTyped={(text) => onTyped({ ...filter, text })} />
      <TagFilter accountId={accountId} tag={filter.tag} onChange={(tag) => change({ tag })} />
      <Select
        allowClear
        aria-label={t('followers:filters.scene')}
        placeholder={t('followers:filters.allScenes')}
        popupMatchSelectWidth={false}
        value={filter.scene}
        onChange={(scene) => change({ scene: scene ?? null })}
        options={scenes.map((value) => ({ value, label: describeScene(t, value) }))}
      />
      <span className="follower-days">
        {(['from', 'to'] as const).map((end) => (
          <span key={end} className="follower-day">
            <label htmlFor={`${id}-${end}`}>{t(`followers:filters.${end}`)}</label>
            <DayField
              id={`${id}-${end}`}
              day={filter[end]}
              wrongBecause={isBackwards(filter) && end === 'to' ? `${id}-backwards` : undefined}
              onChange={(day) => change({ [end]: day })}
            />
          </span>
        ))}
      </span>
      {isNarrowed(filter) && (
        <Button type="text" onClick={() => onChange({ ...NO_FILTER, change: filter.change })}>
          {t('followers:filters.reset')}
        </Button>
      )}
      {isBackwards(filter) && (
        <span id={`${id}-backwards`} className="follower-backwards" role="alert">
          {t('followers:filters.backwards')}
        </span>
      )}
    </search>
  );
}

function isKnown(scene: string): boolean {
  return SCENES.some((known) => known === scene);
}

function Search({ text, onTyped }: { text: string; onTyped: (text: string) => void }) {
  const t = useText();
  const [typed, setTyped] = useTyped(text, TYPING_MS, onTyped);
  return (
    <Input
      className="follower-search"
      allowClear
      spellCheck={false}
      autoComplete="off"
      maxLength={128}
      prefix={<SearchOutlined aria-hidden />}
      aria-label={t('followers:filters.search')}
      placeholder={t('followers:filters.search')}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}

interface DayFieldProps {
  id: string;
  day: string;
  wrongBecause: string | undefined;
  onChange: (day: string) => void;
}

/** A year that is being typed is a day of long ago: nobody followed then. */
const FIRST_DAY = '2011-01-01';

function DayField({ id, day, wrongBecause, onChange }: DayFieldProps) {
  const commit = (typed: string) => {
    if (typed !== day && (typed === '' || typed >= FIRST_DAY)) onChange(typed);
  };
  const [typed, setTyped] = useTyped(day, TYPING_DAY_MS, commit);
  return (
    <Input
      id={id}
      type="date"
      min={FIRST_DAY}
      status={wrongBecause === undefined ? undefined : 'error'}
      aria-describedby={wrongBecause}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => commit(typed)}
    />
  );
}

/** What is being typed; told when the typing rests, and taken back when the address changes by itself. */
function useTyped(text: string, restMs: number, onRest: (typed: string) => void) {
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  if (seen !== text) {
    setSeen(text);
    if (typed.trim() !== text) setTyped(text);
  }
  const rest = useEffectEvent(() => {
    if (typed.trim() !== text) onRest(typed.trim());
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the wait
  useEffect(() => {
    const timer = setTimeout(rest, restMs);
    return () => clearTimeout(timer);
  }, [typed, restMs]);
  return [typed, setTyped] as const;
}

interface TagFilterProps {
  accountId: string;
  tag: number | null;
  onChange: (tag: number | null) => void;
}

function TagFilter({ accountId, tag, onChange }: TagFilterProps) {
  const t = useText();
  const tags = useAccountTags(accountId).data?.items ?? [];
  const gone = tag !== null && !tags.some(({ id }) => id === tag);
  const options: { value: number; label: string }[] = tags.map(({ id, name, count }) => ({
    value: id,
    label: t('followers:filters.tagCount', { name, amount: grouped(count) }),
  }));
  if (gone) options.push({ value: tag, label: t('followers:filters.goneTag', { id: tag }) });
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('followers:filters.tag')}
      placeholder={t('followers:filters.allTags')}
      popupMatchSelectWidth={false}
      value={tag}
      onChange={(value) => onChange(value ?? null)}
      options={options}
    />
  );
}
