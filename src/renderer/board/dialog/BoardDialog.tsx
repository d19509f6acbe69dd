/** Setting the board up and opening it: in a window of its own on the desktop, at an address in the browser. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select, Switch } from 'antd';
import { type BoardSettings, MOST_BOARD_ENTRIES } from '#shared/model/board.ts';
import { ErrorState } from '../../components/ErrorState.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useConsole } from '../../host/console.tsx';
import { useText } from '../../text/text.ts';
import { boardHash } from '../look.ts';
import { BoardLink } from './BoardLink.tsx';
import './board-dialog.css';

const FORM_ID = 'board-form';

export function BoardDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { query } = useConsole();
  const settings = useQuery(query.board.settings.queryOptions());
  return (
    <Modal open width={560} title={t('board:dialog.title')} footer={null} onCancel={onClose}>
      <p className="board-dialog-note">{t('board:dialog.about')}</p>
      {settings.data ? (
        <BoardForm settings={settings.data} onClose={onClose} />
      ) : (
        settings.error && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      )}
    </Modal>
  );
}

function BoardForm({ settings, onClose }: { settings: BoardSettings; onClose: () => void }) {
  const t = useText();
  const { client, query, status } = useConsole();
  const queryClient = useQueryClient();
  const { data: entries } = useQuery(query.entries.list.queryOptions({ input: {} }));
  const { data: accounts } = useQuery(query.accounts.list.queryOptions());
  const hasWindow = status.data?.capabilities.boardWindow ?? false;
  const names = new Map(accounts?.items.map(({ id, name }) => [id, name]));
  const open = useMutation({
    async mutationFn(fields: BoardSettings) {
      await client.board.changeSettings(fields);
      if (hasWindow) await client.board.openWindow();
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: query.board.settings.key() }),
  });

  function openPage(): void {
    const { lang, dataset } = document.documentElement;
    const look = { language: lang === 'en' ? 'en' : 'zh-CN', theme: dataset.theme } as const;
    const hash = boardHash({ language: look.language, theme: look.theme === 'light' ? 'light' : 'dark' });
    // Within the click, or the browser takes it for a popup.
    window.open(`/board${hash}`, '_blank', 'noopener');
  }

  return (
    <Form<BoardSettings>
      id={FORM_ID}
      layout="vertical"
      requiredMark={false}
      initialValues={settings}
      onFinish={(fields) => {
        if (!hasWindow) openPage();
        open.mutate(fields, { onSuccess: onClose });
      }}
    >
      <Form.Item name="title" label={t('board:dialog.heading')}>
        <Input maxLength={60} placeholder={t('board:dialog.headingPlaceholder')} />
      </Form.Item>
      <Form.Item name="entryIds" label={t('board:dialog.entries')} extra={t('board:dialog.entriesHelp')}>
        <Select
          mode="multiple"
          maxCount={MOST_BOARD_ENTRIES}
          optionFilterProp="label"
          placeholder={t('board:dialog.entriesPlaceholder')}
          options={(entries?.items ?? []).map(({ id, name, accountId }) => ({
            value: id,
            label: names.size > 1 ? `${name} · ${names.get(accountId) ?? ''}` : name,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="showLatest"
        label={t('board:dialog.showLatest')}
        extra={t('board:dialog.showLatestHelp')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      {!hasWindow && <BoardLink />}
      {open.error && <FailureCallout error={open.error} />}
      <div className="board-dialog-actions">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          {t('board:dialog.open')}
        </Button>
      </div>
    </Form>
  );
}
