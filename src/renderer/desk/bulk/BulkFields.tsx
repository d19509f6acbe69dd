/** How many entries are named: by a pattern, or by a list from somewhere else. */
import { Form, Input, InputNumber, Radio, Segmented } from 'antd';
import { MOST_ENTRIES_AT_ONCE, Scope } from '#shared/model/entry.ts';
import { useText } from '../../text/text.ts';
import type { Draft } from './rows.ts';

interface BulkFieldsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  scope: Scope;
  onScope: (scope: Scope) => void;
}

export function BulkFields({ draft, onChange, scope, onScope }: BulkFieldsProps) {
  const t = useText();
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  return (
    <Form className="bulk-fields" layout="vertical">
      <Segmented<Draft['how']>
        block
        aria-label={t('gates:bulk.how')}
        value={draft.how}
        options={(['pattern', 'list'] as const).map((value) => ({ value, label: t(`gates:bulk.${value}`) }))}
        onChange={(how) => change({ how })}
      />
      {draft.how === 'pattern' ? (
        <>
          <Form.Item
            label={t('gates:bulk.patternLabel')}
            htmlFor="bulk-pattern"
            extra={t('gates:bulk.patternHelp')}
          >
            <Input
              id="bulk-pattern"
              autoFocus
              maxLength={80}
              value={draft.pattern}
              onChange={(event) => change({ pattern: event.target.value })}
            />
          </Form.Item>
          <div className="bulk-numbers">
            <Form.Item label={t('gates:bulk.from')} htmlFor="bulk-from">
              <InputNumber
                id="bulk-from"
                min={0}
                max={99_999}
                precision={0}
                value={draft.from}
                onChange={(from) => change({ from: from ?? 1 })}
              />
            </Form.Item>
            <Form.Item label={t('gates:bulk.count')} htmlFor="bulk-count">
              <InputNumber
                id="bulk-count"
                min={1}
                max={MOST_ENTRIES_AT_ONCE}
                precision={0}
                value={draft.count}
                onChange={(count) => change({ count: count ?? 1 })}
              />
            </Form.Item>
          </div>
        </>
      ) : (
        <Form.Item label={t('gates:bulk.listLabel')} htmlFor="bulk-list" extra={t('gates:bulk.listHelp')}>
          <Input.TextArea
            id="bulk-list"
            autoFocus
            rows={6}
            placeholder={t('gates:bulk.listPlaceholder')}
            value={draft.list}
            onChange={(event) => change({ list: event.target.value })}
          />
        </Form.Item>
      )}
      <Form.Item label={t('gates:bulk.param')} htmlFor="bulk-param" extra={t('gates:bulk.paramHelp')}>
        <Input
          id="bulk-param"
          maxLength={512}
          placeholder="gate-{n}"
          value={draft.param}
          onChange={(event) => change({ param: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('desk:entry.scope')}>
        <Radio.Group
          value={scope}
          onChange={(event) => onScope(event.target.value as Scope)}
          options={Scope.options.map((value) => ({ value, label: t(`desk:entry.scopes.${value}`) }))}
        />
      </Form.Item>
    </Form>
  );
}
