/** A person's remark, changed at WeChat first and here once WeChat has it. */
import { EditOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Remark } from '#shared/model/tag.ts';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { useText } from '../text/text.ts';

interface RemarkEditorProps {
  accountId: string;
  openid: string;
  /** Empty for none. */
  remark: string;
  onChanged: () => void;
}

export function RemarkEditor({ accountId, openid, remark, onChanged }: RemarkEditorProps) {
  const t = useText();
  const { query } = useConsole();
  const [typed, setTyped] = useState<string | null>(null);
  const update = useMutation(
    query.followers.updateRemark.mutationOptions({
      onSuccess() {
        setTyped(null);
        onChanged();
      },
    }),
  );
  const shown = update.data?.remark ?? (update.data ? '' : remark);
  if (typed === null) {
    return (
      <span className="remark">
        {shown === '' ? <span className="person-none">{t('lookup:person.none')}</span> : shown}
        <Button
          size="small"
          type="text"
          icon={<EditOutlined />}
          aria-label={t('followers:person.editRemark')}
          title={t('followers:person.editRemark')}
          onClick={() => setTyped(shown)}
        />
        <span className="follower-note" role="status">
          {update.isSuccess && t('followers:person.saved')}
        </span>
      </span>
    );
  }
  function submit(event: { preventDefault(): void }): void {
    event.preventDefault();
    if (typed === null || typed.trim() === shown) setTyped(null);
    else update.mutate({ accountId, openid, remark: typed.trim() });
  }
  return (
    <form className="remark-form" onSubmit={submit}>
      <Input
        autoFocus
        autoComplete="off"
        maxLength={Remark.maxLength ?? undefined}
        aria-label={t('followers:person.remark')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          // Escape takes back what was typed, and does not shut the card.
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setTyped(null);
        }}
      />
      <Button type="primary" htmlType="submit" loading={update.isPending}>
        {t('save')}
      </Button>
      <Button onClick={() => setTyped(null)}>{t('cancel')}</Button>
      <p className="follower-note">{t('followers:person.remarkHint')}</p>
      {update.error && <FailureCallout error={update.error} />}
    </form>
  );
}
