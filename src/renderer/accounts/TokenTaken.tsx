/** The detective's finding: a token died early, so somebody else had a hand in it. One click where one mends it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Account } from '#shared/model/account.ts';
import type { TokenStatus } from '#shared/model/token.ts';
import { Callout } from '../components/Callout.tsx';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { usePlace } from '../routing.ts';
import { hourAndMinute } from '../text/format.ts';
import { useText } from '../text/text.ts';

interface TokenTakenProps {
  account: Account;
  status: TokenStatus;
  onSwitched: () => void;
}

export function TokenTaken({ account, status, onSwitched }: TokenTakenProps) {
  const t = useText();
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const place = useRef<HTMLDivElement>(null);
  const [wanted] = usePlace();
  useEffect(() => {
    // The notice on every screen leads here.
    if (wanted !== 'token') return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus({ preventScroll: true });
  }, [wanted]);
  const change = useMutation(
    query.accounts.update.mutationOptions({
      async onSuccess() {
        await queryClient.invalidateQueries();
        onSwitched();
      },
    }),
  );
  const { takenAbout, stolenAt } = status;
  const mode = status.mode === 'classic' ? 'classic' : 'stable';
  const now = new Date();
  const title =
    takenAbout === null
      ? t(`accounts:taken.${mode}.titleNoticed`, { time: hourAndMinute(stolenAt ?? '', now) })
      : t(`accounts:taken.${mode}.title`, { time: hourAndMinute(takenAbout, now) });
  return (
    <div ref={place} className="token-taken" tabIndex={-1}>
      <Callout tone="warning" title={title}>
        <p>{t(`accounts:taken.${mode}.remedy`)}</p>
        {mode === 'classic' && (
          <div className="callout-actions">
            <Button
              type="primary"
              loading={change.isPending}
              onClick={() => change.mutate({ id: account.id, tokenMode: 'stable' })}
            >
              {t('accounts:taken.switch')}
            </Button>
          </div>
        )}
      </Callout>
      {change.error && <FailureCallout error={change.error} />}
    </div>
  );
}
