/** One person's tags, put on and taken off at WeChat one by one. */
import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select, Tag } from 'antd';
import { useState } from 'react';
import type { Follower } from '#shared/model/user.ts';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { describeErrcode } from '../text/describe-error.ts';
import { useText } from '../text/text.ts';
import { useAccountTags } from './account-tags.ts';

interface TagsEditorProps {
  accountId: string;
  follower: Follower;
  onChanged: () => void;
}

export function TagsEditor({ accountId, follower, onChanged }: TagsEditorProps) {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const tags = useAccountTags(accountId);
  const [isAdding, setAdding] = useState(false);
  const put = useMutation(
    query.followers.tag.mutationOptions({
      async onSuccess() {
        setAdding(false);
        onChanged();
        await queryClient.invalidateQueries({ queryKey: query.tags.list.key() });
      },
    }),
  );
  const { tagIds, openid } = follower;
  const all = tags.data?.items ?? [];
  const nameOf = (id: number) => all.find((tag) => tag.id === id)?.name ?? `#${id}`;
  const change = (tagId: number, add: boolean) => put.mutate({ accountId, tagId, openids: [openid], add });
  const failure = put.data?.failures[0];
  return (
    <div className="tags-editor" data-busy={put.isPending || undefined}>
      {tagIds.map((id) => (
        <Tag
          key={id}
          variant="filled"
          closable={{
            closeIcon: <CloseOutlined />,
            'aria-label': t('followers:person.removeTag', { tag: nameOf(id) }),
            disabled: put.isPending,
          }}
          onClose={(event) => {
            // It goes once WeChat has taken it off.
            event.preventDefault();
            change(id, false);
          }}
        >
          {nameOf(id)}
        </Tag>
      ))}
      {isAdding ? (
        <Select
          autoFocus
          defaultOpen
          size="small"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('followers:person.addTag')}
          placeholder={t('followers:tagging.choose')}
          notFoundContent={t('followers:tagging.noTags')}
          loading={tags.isPending || put.isPending}
          disabled={put.isPending}
          popupMatchSelectWidth={false}
          options={all
            .filter(({ id }) => !tagIds.includes(id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id: number) => change(id, true)}
          onBlur={() => put.isPending || setAdding(false)}
        />
      ) : (
        <Button
          size="small"
          type="text"
          icon={<PlusOutlined />}
          loading={put.isPending}
          onClick={() => setAdding(true)}
        >
          {t('followers:person.addTag')}
        </Button>
      )}
      {failure && <Refused errcode={failure.errcode} />}
      {put.error && <FailureCallout error={put.error} />}
    </div>
  );
}

function Refused({ errcode }: { errcode: number | null }) {
  const t = useText();
  const { meaning, remedy } =
    errcode === null ? { meaning: null, remedy: null } : describeErrcode(t, errcode);
  return (
    <Callout tone="danger" title={meaning ?? t('followers:tagging.unexplained')}>
      {remedy && <p>{remedy}</p>}
    </Callout>
  );
}
