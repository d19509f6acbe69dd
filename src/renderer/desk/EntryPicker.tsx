/** Which entry is on screen; making, changing and deleting entries without leaving the desk. */
import {
  AppstoreAddOutlined,
  DeleteOutlined,
  EditOutlined,
  EllipsisOutlined,
  PlusOutlined,
  PrinterOutlined,
} from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Select } from 'antd';
import { useState } from 'react';
import type { Entry } from '#shared/model/entry.ts';
import { useConsole } from '../host/console.tsx';
import { OutsideKiosk } from '../lock/OutsideKiosk.tsx';
import { hashOf } from '../routing.ts';
import { describeError } from '../text/describe-error.ts';
import { useText } from '../text/text.ts';
import { EntryDialog } from './EntryDialog.tsx';

interface EntryPickerProps {
  entry: Entry;
  entries: Entry[];
  onChoose: (entryId: string) => void;
}

export function EntryPicker({ entry, entries, onChoose }: EntryPickerProps) {
  const t = useText();
  const [dialog, setDialog] = useState<'closed' | 'create' | 'edit'>('closed');
  const confirmRemoval = useRemoval(entry);
  return (
    <div className="entry-picker">
      <Select
        aria-label={t('desk:entry.label')}
        className="entry-picker-select"
        size="large"
        value={entry.id}
        onChange={onChoose}
        showSearch={entries.length > 8 ? { optionFilterProp: 'label' } : false}
        options={entries.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <OutsideKiosk>
        <Button
          size="large"
          icon={<PlusOutlined />}
          aria-label={t('desk:entry.add')}
          title={t('desk:entry.add')}
          onClick={() => setDialog('create')}
        />
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: [
              { key: 'edit', icon: <EditOutlined />, label: t('desk:entry.edit') },
              {
                key: 'bulk',
                icon: <AppstoreAddOutlined />,
                label: t('gates:bulk.title'),
              },
              {
                key: 'posters',
                icon: <PrinterOutlined />,
                label: t('gates:posters'),
              },
              { type: 'divider' },
              { key: 'remove', icon: <DeleteOutlined />, label: t('remove'), danger: true },
            ],
            onClick({ key }) {
              if (key === 'edit') setDialog('edit');
              else if (key === 'remove') confirmRemoval();
              else location.hash = hashOf('desk', key);
            },
          }}
        >
          <Button
            size="large"
            icon={<EllipsisOutlined />}
            aria-label={t('desk:entry.more')}
            title={t('desk:entry.more')}
          />
        </Dropdown>
      </OutsideKiosk>
      {dialog !== 'closed' && (
        <EntryDialog
          accountId={entry.accountId}
          entry={dialog === 'edit' ? entry : null}
          onSaved={onChoose}
          onClose={() => setDialog('closed')}
        />
      )}
    </div>
  );
}

function useRemoval(entry: Entry): () => void {
  const t = useText();
  const { modal, notification } = App.useApp();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const remove = useMutation(
    query.entries.remove.mutationOptions({
      onError(error) {
        const { title, remedy } = describeError(t, error);
        notification.error({ title, description: remedy });
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: query.entries.list.key() }),
    }),
  );
  return () => {
    modal.confirm({
      title: t('desk:entry.removeTitle', { name: entry.name }),
      content: t('desk:entry.removeBody'),
      okText: t('remove'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      onOk: () => remove.mutateAsync({ id: entry.id }).catch(() => undefined),
    });
  };
}
