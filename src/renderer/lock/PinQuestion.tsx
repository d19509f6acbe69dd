/** Asks for the PIN and unlocks: how often it may still be tried, how long to wait, and what to do when it is forgotten. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useConsole } from '../host/console.tsx';
import { isAnswer } from '../host/failures.ts';
import { useText } from '../text/text.ts';
import { ForgottenPin } from './ForgottenPin.tsx';
import { PinPad } from './PinPad.tsx';
import { useLock } from './use-lock.ts';
import { useWait, wordWait } from './wait.ts';
import './pin.css';

export function PinQuestion({ onUnlocked }: { onUnlocked?: () => void }) {
  const t = useText();
  const saidId = useId();
  const { client } = useConsole();
  const { state, changed } = useLock();
  const [pin, setPin] = useState('');
  const [isForgotten, setForgotten] = useState(false);
  const unlock = useMutation({
    mutationFn: (typed: string) => client.lock.unlock({ pin: typed }),
    // Of a PIN, right or wrong, nothing stays.
    gcTime: 0,
    onSettled: () => setPin(''),
    onSuccess(next) {
      changed(next);
      onUnlocked?.();
    },
  });
  const refusal = refusalOf(unlock.error);
  const wait = useWait(refusal?.retryAfterSeconds ?? state?.retryAfterSeconds ?? 0, unlock.submittedAt);

  if (isForgotten) return <ForgottenPin onBack={() => setForgotten(false)} />;
  return (
    <div className="pin-question">
      <PinPad
        pin={pin}
        onChange={setPin}
        onEnter={() => unlock.mutate(pin)}
        isDisabled={unlock.isPending || wait > 0}
        describedBy={saidId}
      />
      <p
        id={saidId}
        className="pin-said"
        data-trouble={unlock.isError || wait > 0 || undefined}
        role="status"
      >
        {wait > 0
          ? t('lock:wait', { time: wordWait(t, wait) })
          : refusal && refusal.triesLeft > 0
            ? t('lock:wrong', { count: refusal.triesLeft })
            : refusal
              ? t('lock:ready')
              : ''}
      </p>
      {unlock.error && !refusal && <FailureCallout error={unlock.error} />}
      <Button type="link" size="small" onClick={() => setForgotten(true)}>
        {t('lock:forgotten.link')}
      </Button>
    </div>
  );
}

interface Refusal {
  triesLeft: number;
  retryAfterSeconds: number;
}

/** What the host says of a wrong PIN, or of one that came too soon. */
function refusalOf(error: unknown): Refusal | null {
  if (!isAnswer(error) || !['WRONG_PIN', 'TOO_SOON'].includes(error.code)) return null;
  return { triesLeft: 0, retryAfterSeconds: 0, ...(error.data as Partial<Refusal>) };
}
