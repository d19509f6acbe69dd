/**
 * Making WeChat drop the stable token: a guarded button. It says whom it hurts before it does, and while WeChat
 * would refuse it, why and until when.
 */
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { TokenStatus } from '#shared/model/token.ts';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useNow } from '../components/use-now.ts';
import { useText } from '../text/text.ts';
import { describeDuration } from './duration.ts';
import { forceObstacle } from './token-guard.ts';

interface ForceRefreshProps {
  /** The account's. */
  name: string;
  status: TokenStatus;
  busy: boolean;
  error: Error | null;
  onForce: (onDone: () => void) => void;
  onClose: () => void;
}

export function ForceRefresh({ name, status, busy, error, onForce, onClose }: ForceRefreshProps) {
  const t = useText();
  const [asked, setAsked] = useState(false);
  const obstacle = forceObstacle(status, useNow(1000));
  const waiting =
    obstacle &&
    t(`accounts:token.forceWait.${obstacle.kind}`, { left: describeDuration(t, obstacle.secondsLeft) });
  function close(): void {
    setAsked(false);
    onClose();
  }
  return (
    <>
      <Button
        size="small"
        danger
        type="text"
        disabled={obstacle !== null}
        aria-label={t('accounts:card.actionsFor', { name, action: t('accounts:token.force') })}
        onClick={() => setAsked(true)}
      >
        {t('accounts:token.force')}
      </Button>
      {waiting && <span className="account-note">{waiting}</span>}
      <Modal
        open={asked}
        destroyOnHidden
        title={t('accounts:forcing.title')}
        okText={t('accounts:forcing.confirm')}
        okButtonProps={{
          danger: true,
          disabled: obstacle !== null,
          loading: busy,
        }}
        cancelText={t('cancel')}
        onOk={() => onForce(() => setAsked(false))}
        onCancel={close}
      >
        <div className="forcing">
          <p>
            <strong>{t('accounts:forcing.hurts')}</strong>
          </p>
          <p>{t('accounts:forcing.when')}</p>
          <p>{t('accounts:forcing.limit', { count: status.forcedToday })}</p>
          {waiting && <p className="account-warning">{waiting}</p>}
          {error && <FailureCallout error={error} />}
        </div>
      </Modal>
    </>
  );
}
