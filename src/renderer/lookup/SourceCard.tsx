/** A file, or a paste too long for the box: its name, and which of its columns holds the openids. */
import { CloseOutlined, FileTextOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useId } from 'react';
import { useText } from '../text/text.ts';
import { type Column, columnLetter, isCalledUnionid } from './read-table.ts';
import type { Choice, Source } from './source.ts';

interface SourceCardProps {
  source: Source;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  onRemove: () => void;
}

export function SourceCard({ source, choice, onChoose, onRemove }: SourceCardProps) {
  const t = useText();
  return (
    <div className="source-card">
      <span className="source-icon" aria-hidden="true">
        {source.kind === 'table' ? <TableOutlined /> : <FileTextOutlined />}
      </span>
      <div className="source-body">
        <strong>{source.name ?? t('lookup:source.pasted')}</strong>
        {source.kind === 'table' && (
          <ColumnChoice sheets={source.sheets} choice={choice} onChoose={onChoose} />
        )}
      </div>
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={t('lookup:source.remove')}
        onClick={onRemove}
      />
    </div>
  );
}

interface ColumnChoiceProps {
  sheets: Extract<Source, { kind: 'table' }>['sheets'];
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

function ColumnChoice({ sheets, choice, onChoose }: ColumnChoiceProps) {
  const t = useText();
  const id = useId();
  const options = sheets.flatMap(({ name, table }, sheet) => {
    const prefix = name === null ? '' : `${name} · `;
    return [
      ...table.columns.map((column) => ({
        value: keyOf({ sheet, column: column.index }),
        label: `${prefix}${nameOf(column)}`,
        openids: column.share > 0.5 && !isCalledUnionid(column),
      })),
      ...(table.columns.length > 1
        ? [
            {
              value: keyOf({ sheet, column: null }),
              label: `${prefix}${t('lookup:source.allColumns')}`,
              openids: false,
            },
          ]
        : []),
    ];
  });
  function nameOf({ index, heading }: Column): string {
    const letter = t('lookup:source.column', { letter: columnLetter(index) });
    return heading === null ? letter : `${letter} · ${heading}`;
  }
  return (
    <div className="source-column">
      <label htmlFor={id}>{t('lookup:source.choose')}</label>
      <Select
        id={id}
        value={keyOf(choice)}
        options={options}
        popupMatchSelectWidth={false}
        optionRender={({ data }) => (
          <span className="source-option">
            {data.label}
            {data.openids && <span className="source-hint">{t('lookup:source.looksRight')}</span>}
          </span>
        )}
        onChange={(value) => onChoose(choiceFor(value))}
      />
    </div>
  );
}

function keyOf({ sheet, column }: Choice): string {
  return `${sheet}.${column ?? 'all'}`;
}

function choiceFor(value: string): Choice {
  const [sheet, column] = value.split('.');
  return { sheet: Number(sheet), column: column === 'all' ? null : Number(column) };
}
