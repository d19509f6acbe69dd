/** How a poster looks: paper, how many on it, and the words beside the code. */
import { Checkbox, Form, Input, Segmented } from 'antd';
import { useText } from '../text/text.ts';
import type { PosterChoices } from './choices.ts';
import { PAPERS, type PaperName, PER_SHEET, type PerSheet } from './papers.ts';

export type PosterForm = Omit<PosterChoices, 'stamp'>;

interface PosterFieldsProps {
  form: PosterForm;
  onChange: (form: PosterForm) => void;
}

const SHOWN = ['showName', 'showLink', 'cutMarks'] as const;

export function PosterFields({ form, onChange }: PosterFieldsProps) {
  const t = useText();
  const change = (part: Partial<PosterForm>) => onChange({ ...form, ...part });
  return (
    <Form className="posters-fields" layout="vertical">
      <Form.Item label={t('posters:paper')}>
        <Segmented<PaperName>
          block
          aria-label={t('posters:paper')}
          value={form.paper}
          options={Object.keys(PAPERS) as PaperName[]}
          onChange={(paper) => change({ paper })}
        />
      </Form.Item>
      <Form.Item label={t('posters:perSheet')}>
        <Segmented<PerSheet>
          block
          aria-label={t('posters:perSheet')}
          value={form.perSheet}
          options={[...PER_SHEET]}
          onChange={(perSheet) => change({ perSheet })}
        />
      </Form.Item>
      <Form.Item label={t('posters:heading')} htmlFor="poster-title">
        <Input
          id="poster-title"
          maxLength={60}
          placeholder={t('posters:headingPlaceholder')}
          value={form.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('posters:line')} htmlFor="poster-line">
        <Input
          id="poster-line"
          maxLength={60}
          placeholder={t('posters:headingPlaceholder')}
          value={form.line}
          onChange={(event) => change({ line: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('posters:show')}>
        <div className="posters-shown">
          {SHOWN.map((what) => (
            <Checkbox
              key={what}
              checked={form[what]}
              onChange={(event) => change({ [what]: event.target.checked })}
            >
              {t(`posters:${what}`)}
            </Checkbox>
          ))}
        </div>
      </Form.Item>
    </Form>
  );
}
