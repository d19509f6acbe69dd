/** What kind of file, and whether openids are whole in it; each with what it is good for. */
import { Radio } from 'antd';
import { useId } from 'react';
import type { ExportFormat } from '#shared/contract/exports.ts';
import { useText } from '../../text/text.ts';
import '../steady-form.css';

/** The most useful first. */
const FORMATS = ['xlsx', 'csv', 'jsonl'] as const;
const OPENIDS = ['whole', 'masked'] as const;

export interface ExportChoice {
  format: ExportFormat;
  mask: boolean;
}

interface ExportChoicesProps {
  choice: ExportChoice;
  onChange: (choice: ExportChoice) => void;
  disabled: boolean;
}

export function ExportChoices({ choice, onChange, disabled }: ExportChoicesProps) {
  const t = useText();
  const id = useId();
  return (
    <>
      <div>
        <strong id={`${id}-format`}>{t('records:export.format')}</strong>
        <Radio.Group
          className="choices"
          aria-labelledby={`${id}-format`}
          disabled={disabled}
          value={choice.format}
          onChange={({ target }) => onChange({ ...choice, format: target.value })}
        >
          {FORMATS.map((format) => (
            <Radio key={format} value={format}>
              {t(`records:export.formats.${format}.name`)}
              <span className="choice-why">{t(`records:export.formats.${format}.why`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </div>
      <div>
        <strong id={`${id}-openids`}>{t('records:export.openids')}</strong>
        <Radio.Group
          className="choices"
          aria-labelledby={`${id}-openids`}
          disabled={disabled}
          value={choice.mask ? 'masked' : 'whole'}
          onChange={({ target }) => onChange({ ...choice, mask: target.value === 'masked' })}
        >
          {OPENIDS.map((openids) => (
            <Radio key={openids} value={openids}>
              {t(`records:export.${openids}.name`)}
              <span className="choice-why">{t(`records:export.${openids}.why`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </div>
    </>
  );
}
