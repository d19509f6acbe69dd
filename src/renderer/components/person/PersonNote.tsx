/** A note on a person, kept here only; WeChat never sees it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Note, type Person } from '#shared/model/person.ts';
import { useConsole } from '../../host/console.tsx';
import { dayTime } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { FailureCallout } from '../FailureCallout.tsx';

export function PersonNote({ person }: { person: Person }) {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const [note, setNote] = useState(person.note);
  const id = useId();
  const { accountId, openid } = person;
  const save = useMutation(
    query.people.note.mutationOptions({
      onSuccess: (kept) =>
        queryClient.setQueryData(query.people.get.queryKey({ input: { accountId, openid } }), kept),
    }),
  );
  const changed = note.trim() !== person.note;
  return (
    <section>
      <h3>
        <label htmlFor={id}>{t('lookup:person.note')}</label>
      </h3>
      <Input.TextArea
        id={id}
        value={note}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={Note.maxLength ?? undefined}
        placeholder={t('lookup:person.notePlaceholder')}
        onChange={({ target }) => setNote(target.value)}
      />
      <div className="person-note-actions">
        <Button
          size="small"
          type={changed ? 'primary' : 'default'}
          disabled={!changed}
          loading={save.isPending}
          onClick={() => save.mutate({ accountId, openid, note: note.trim() })}
        >
          {t('save')}
        </Button>
        <span className="person-note" role="status">
          {!changed && person.notedAt && t('lookup:person.notedAt', { time: dayTime(person.notedAt) })}
        </span>
      </div>
      {save.error && <FailureCallout error={save.error} />}
    </section>
  );
}
