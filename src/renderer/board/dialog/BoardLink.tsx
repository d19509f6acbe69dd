/** The address for a browser that is not signed in, such as a projector's: told once, and it can be taken back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Callout } from '../../components/Callout.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { FailureCallout } from '../../components/FailureCallout.tsx';
import { useConsole } from '../../host/console.tsx';
import { useText } from '../../text/text.ts';
import { boardHash } from '../look.ts';

export function BoardLink() {
  const t = useText();
  const { modal } = App.useApp();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const [link, setLink] = useState<string | null>(null);
  const access = useQuery(query.board.access.queryOptions());
  const changed = () => queryClient.invalidateQueries({ queryKey: query.board.access.key() });
  const make = useMutation(
    query.board.newKey.mutationOptions({
      async onSuccess({ key }) {
        setLink(`${location.origin}/board${boardHash({ key })}`);
        await changed();
      },
    }),
  );
  const remove = useMutation(
    query.board.removeKey.mutationOptions({
      async onSuccess() {
        setLink(null);
        await changed();
      },
    }),
  );
  const hasKey = access.data?.hasKey ?? false;

  function ask(what: 'renew' | 'remove', then: () => void): void {
    modal.confirm({
      title: t(`board:dialog.${what}Title`),
      content: t(`board:dialog.${what}Body`),
      okText: t(`board:dialog.${what}`),
      cancelText: t('cancel'),
      onOk: then,
    });
  }

  return (
    <div className="board-link">
      <h3>{t('board:dialog.link')}</h3>
      <p className="board-dialog-note">{t('board:dialog.linkAbout')}</p>
      {link !== null && (
        <>
          <Callout tone="info" title={t('board:dialog.linkOnce')} />
          <div className="board-link-line">
            <code data-testid="board-link">{link}</code>
            <CopyButton text={link} label={t('board:dialog.copyLink')} />
          </div>
        </>
      )}
      {(make.error ?? remove.error) && <FailureCallout error={make.error ?? remove.error} />}
      <div className="board-link-actions">
        {hasKey ? (
          <>
            <Button loading={make.isPending} onClick={() => ask('renew', () => make.mutate(undefined))}>
              {t('board:dialog.renew')}
            </Button>
            <Button loading={remove.isPending} onClick={() => ask('remove', () => remove.mutate(undefined))}>
              {t('board:dialog.remove')}
            </Button>
          </>
        ) : (
          <Button loading={make.isPending} onClick={() => make.mutate(undefined)}>
            {t('board:dialog.makeLink')}
          </Button>
        )}
      </div>
    </div>
  );
}
