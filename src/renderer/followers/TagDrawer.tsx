/** The account's tags: created, renamed, removed. They are WeChat's own list, so each change is made there first. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input, Spin } from 'antd';
import { useId, useState } from 'react';
import type { Tag } from '#shared/model/tag.ts';
import { ErrorState } from '../components/ErrorState.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';
import { isBuiltIn, MOST_TAGS, troubleWithName, useAccountTags } from './account-tags.ts';
import { TagRow } from './TagRow.tsx';

interface TagDrawerProps {
  accountId: string;
  open: boolean;
  onClose: () => void;
  /** People may have lost a tag. */
  onChanged: () => void;
}

export function TagDrawer({ accountId, open, onClose, onChanged }: TagDrawerProps) {
  const t = useText();
  return (
    <Drawer open={open} size={520} title={t('followers:tags.title')} onClose={onClose} destroyOnHidden>
      <TagList accountId={accountId} onChanged={onChanged} />
    </Drawer>
  );
}

function TagList({ accountId, onChanged }: Pick<TagDrawerProps, 'accountId' | 'onChanged'>) {
  const t = useText();
  const tags = useAccountTags(accountId);
  if (!tags.data) {
    if (!tags.error) return <Spin className="shell-waiting" description={t('loading')} />;
    return <ErrorState error={tags.error} retrying={tags.isFetching} onRetry={() => void tags.refetch()} />;
  }
  const { items } = tags.data;
  const own = items.filter((tag) => !isBuiltIn(tag)).length;
  return (
    <div className="tags">
      <p className="follower-note">{t('followers:tags.about', { most: MOST_TAGS, amount: own })}</p>
      <NewTag accountId={accountId} tags={items} isFull={own >= MOST_TAGS} />
      {items.length === 0 ? (
        <p className="follower-note">{t('followers:tags.none')}</p>
      ) : (
        <ul className="tags-list" aria-label={t('followers:tags.list')}>
          {items.map((tag) => (
            <TagRow key={tag.id} accountId={accountId} tag={tag} tags={items} onChanged={onChanged} />
          ))}
        </ul>
      )}
    </div>
  );
}

function NewTag({ accountId, tags, isFull }: { accountId: string; tags: readonly Tag[]; isFull: boolean }) {
  const t = useText();
  const id = useId();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const create = useMutation(
    query.tags.create.mutationOptions({
      async onSuccess() {
        setName('');
        await queryClient.invalidateQueries({ queryKey: query.tags.list.key() });
      },
    }),
  );
  const trouble = troubleWithName(name, tags);
  const said = isFull ? null : trouble;
  function submit(event: { preventDefault(): void }): void {
    event.preventDefault();
    if (trouble === null && !isFull) create.mutate({ accountId, name: name.trim() });
  }
  return (
    <form className="tags-new" onSubmit={submit}>
      <div>
        <Input
          aria-label={t('followers:tags.name')}
          aria-describedby={id}
          placeholder={t('followers:tags.name')}
          autoComplete="off"
          disabled={isFull}
          status={said === null || said === 'empty' ? undefined : 'error'}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button
          type="primary"
          htmlType="submit"
          disabled={trouble !== null || isFull}
          loading={create.isPending}
        >
          {t('followers:tags.create')}
        </Button>
      </div>
      <p id={id} className="follower-note" role="status">
        {isFull
          ? t('followers:tags.full', { most: MOST_TAGS })
          : said === null || said === 'empty'
            ? t('followers:tags.nameHint')
            : t(`followers:tags.${said}`)}
      </p>
      {create.error && <FailureCallout error={create.error} />}
    </form>
  );
}
