/** Which entries get a poster: all of them, until somebody leaves one out. */
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { Entry } from '#shared/model/entry.ts';
import { hashOf } from '../routing.ts';
import { useText } from '../text/text.ts';

interface EntryChoiceProps {
  entries: readonly Entry[];
  /** The ids of those left out. */
  left: ReadonlySet<string>;
  onLeft: (left: ReadonlySet<string>) => void;
}

/** From here on a list needs searching. */
const MANY = 9;

export function EntryChoice({ entries, left, onLeft }: EntryChoiceProps) {
  const t = useText();
  const [query, setQuery] = useState('');
  const shown = entries.filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase()));
  const chosen = entries.filter(({ id }) => !left.has(id)).length;
  const shownChosen = shown.filter(({ id }) => !left.has(id)).length;

  function choose(those: readonly Entry[], isChosen: boolean): void {
    const next = new Set(left);
    for (const { id } of those) {
      if (isChosen) next.delete(id);
      else next.add(id);
    }
    onLeft(next);
  }

  return (
    <fieldset className="posters-entries">
      <legend>{t('posters:entries')}</legend>
      <div className="posters-entries-head">
        <Checkbox
          checked={shownChosen === shown.length && shown.length > 0}
          indeterminate={shownChosen > 0 && shownChosen < shown.length}
          onChange={(event) => choose(shown, event.target.checked)}
        >
          {t('posters:all')}
        </Checkbox>
        <span>{t('posters:chosen', { count: chosen, total: entries.length })}</span>
        <a href={hashOf('desk', 'bulk')}>{t('posters:add')}</a>
      </div>
      {entries.length >= MANY && (
        <Input
          allowClear
          size="small"
          placeholder={t('posters:find')}
          aria-label={t('posters:find')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <div className="posters-entries-list">
        {shown.map((entry) => (
          <Checkbox
            key={entry.id}
            checked={!left.has(entry.id)}
            onChange={(event) => choose([entry], event.target.checked)}
          >
            {entry.name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
