/** One tag: how many have it, and, where it is the account's own, another name for it or its end. */
import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { Tag } from '#shared/model/tag.ts';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { isBuiltIn, MOST_TO_REMOVE, troubleWithName } from './account-tags.ts';

interface TagRowProps {
  accountId: string;
  tag: Tag;
  tags: readonly Tag[];
  onChanged: () => void;
}

export function TagRow(props: TagRowProps) {
  const t = useText();
  const { tag } = props;
  const [mode, setMode] = useState<'rename' | 'remove' | null>(null);
  const close = () => setMode(null);
  const isTooMany = tag.count > MOST_TO_REMOVE;
  if (mode === 'rename') return <Rename {...props} onClose={close} />;
  return (
    <li className="tags-row" data-testid="tag-row">
      <strong>{tag.name}</strong>
      <span className="follower-note">{t('followers:tags.people', { amount: grouped(tag.count) })}</span>
      {isBuiltIn(tag) ? (
        <span className="follower-note tags-actions">{t('followers:tags.builtIn')}</span>
      ) : (
        <span className="tags-actions">
          <Button
            size="small"
            type="text"
            icon={<EditOutlined />}
            aria-label={t('followers:tags.renameTag', { tag: tag.name })}
            title={t('followers:tags.renameTag', { tag: tag.name })}
            onClick={() => setMode('rename')}
          />
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            disabled={isTooMany}
            aria-label={t('followers:tags.removeTag', { tag: tag.name })}
            title={isTooMany ? t('followers:tags.tooMany') : t('followers:tags.removeTag', { tag: tag.name })}
            onClick={() => setMode('remove')}
          />
        </span>
      )}
      {mode === 'remove' && <Remove {...props} onClose={close} />}
    </li>
  );
}

type Opened = TagRowProps & { onClose: () => void };

function Rename({ accountId, tag, tags, onClose }: Opened) {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const [name, setName] = useState(tag.name);
  const rename = useMutation(
    query.tags.rename.mutationOptions({
      async onSuccess() {
        await queryClient.invalidateQueries({ queryKey: query.tags.list.key() });
        onClose();
      },
    }),
  );
  const trouble = troubleWithName(name, tags, tag.id);
  function submit(event: { preventDefault(): void }): void {
    event.preventDefault();
    if (name.trim() === tag.name) onClose();
    else if (trouble === null) rename.mutate({ accountId, id: tag.id, name: name.trim() });
  }
  return (
    <li className="tags-row" data-testid="tag-row">
      <form className="tags-rename" onSubmit={submit}>
        <Input
          autoFocus
          autoComplete="off"
          aria-label={t('followers:tags.renameOf', { tag: tag.name })}
          status={trouble === null ? undefined : 'error'}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onKeyDown={(event) => {
            // Escape takes back the renaming, and not the whole drawer.
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            onClose();
          }}
        />
        <Button type="primary" htmlType="submit" disabled={trouble !== null} loading={rename.isPending}>
          {t('followers:tags.rename')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
        {trouble !== null && trouble !== 'empty' && (
          <p className="follower-note" role="alert">
            {t(`followers:tags.${trouble}`)}
          </p>
        )}
        {rename.error && <FailureCallout error={rename.error} />}
      </form>
    </li>
  );
}

function Remove({ accountId, tag, onChanged, onClose }: Opened) {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const remove = useMutation(
    query.tags.remove.mutationOptions({
      async onSuccess() {
        onClose();
        onChanged();
        await queryClient.invalidateQueries({ queryKey: query.tags.list.key() });
        await queryClient.invalidateQueries({ queryKey: query.people.get.key() });
      },
    }),
  );
  return (
    <Modal
      open
      title={t('followers:tags.removeTitle', { tag: tag.name })}
      okText={t('followers:tags.removeConfirm')}
      okButtonProps={{ danger: true, loading: remove.isPending }}
      cancelText={t('cancel')}
      onOk={() => remove.mutate({ accountId, id: tag.id })}
      onCancel={onClose}
    >
      <p>{t('followers:tags.removeBody', { amount: grouped(tag.count) })}</p>
      {remove.error && <FailureCallout error={remove.error} />}
    </Modal>
  );
}
