/** Making or changing an entry: a name, a parameter, and how WeChat asks the visitor. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal, Radio } from 'antd';
import { type Entry, type EntryInput, Scope } from '#shared/model/entry.ts';
import { focusFirstField } from '../components/focus-first-field.ts';
import { useConsole } from '../host/console.tsx';
import { describeError } from '../text/describe-error.ts';
import { useText } from '../text/text.ts';

type Fields = Required<Pick<EntryInput, 'name' | 'param' | 'scope'>>;

/** Ties the dialog's button to the form, so that Enter submits too. */
const FORM_ID = 'entry-form';

interface EntryDialogProps {
  accountId: string;
  /** The entry to change, or null to make one. */
  entry: Entry | null;
  onSaved: (entryId: string) => void;
  onClose: () => void;
}

export function EntryDialog({ accountId, entry, onSaved, onClose }: EntryDialogProps) {
  const t = useText();
  const { client, query } = useConsole();
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (fields: Fields) =>
      entry
        ? client.entries.update({ id: entry.id, ...fields })
        : client.entries.create({ accountId, ...fields }),
    async onSuccess(saved) {
      await queryClient.invalidateQueries({ queryKey: query.entries.key() });
      onSaved(saved.id);
      onClose();
    },
  });
  const failure = save.error ? describeError(t, save.error) : null;
  return (
    <Modal
      open
      title={entry ? t('desk:entry.edit') : t('desk:entry.add')}
      okText={entry ? t('save') : t('desk:entry.create')}
      cancelText={t('cancel')}
      confirmLoading={save.isPending}
      okButtonProps={{ htmlType: 'submit', form: FORM_ID }}
      afterOpenChange={focusFirstField}
      onCancel={onClose}
      width={480}
    >
      <Form<Fields>
        id={FORM_ID}
        className="entry-form"
        layout="vertical"
        requiredMark={false}
        initialValues={entry ?? { name: '', param: '', scope: 'snsapi_base' }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item
          name="name"
          label={t('desk:entry.name')}
          rules={[{ required: true, whitespace: true, message: t('desk:entry.nameRequired') }]}
        >
          <Input autoFocus maxLength={60} placeholder={t('desk:entry.namePlaceholder')} />
        </Form.Item>
        <Form.Item name="param" label={t('desk:entry.param')} extra={t('desk:entry.paramHelp')}>
          <Input maxLength={512} />
        </Form.Item>
        <Form.Item name="scope" label={t('desk:entry.scope')}>
          <Radio.Group className="entry-scopes">
            {Scope.options.map((scope) => (
              <Radio key={scope} value={scope}>
                {t(`desk:entry.scopes.${scope}`)}
                <span className="entry-scope-help">{t(`desk:entry.scopes.${scope}_help`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        {failure && <Alert showIcon type="error" title={failure.title} description={failure.remedy} />}
      </Form>
    </Modal>
  );
}
