/**
 * Keeps the console's picture of the lock true: asks the host, tells it that somebody is here, and asks for the PIN
 * where something was refused. The rule: once it is locked, nothing that was behind the PIN stays in memory.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LockState } from '#shared/model/lock.ts';
import { fillScreen } from '../components/fullscreen.ts';
import { useConsole } from '../host/console.tsx';
import { useScreen } from '../routing.ts';
import { describeError } from '../text/describe-error.ts';
import { useText } from '../text/text.ts';
import { isBehindPin } from './behind-pin.ts';
import { PinDialog } from './PinDialog.tsx';
import { type ConsoleLock, LockContext } from './use-lock.ts';
import { useLockKey } from './use-lock-key.ts';
import { usePresence } from './use-presence.ts';

/** Cheap, on this machine; a feed would hold one of the six connections a browser has for all its tabs. */
const ASK_EVERY_MS = 2_000;

export function LockProvider({ children }: { children: ReactNode }) {
  const t = useText();
  const { query, status, sessionLost, onLocked } = useConsole();
  const { notification } = App.useApp();
  const queryClient = useQueryClient();
  const queryKey = useMemo(() => query.lock.get.queryKey(), [query]);
  const { data: state, isPending } = useQuery(
    query.lock.get.queryOptions({ refetchInterval: ASK_EVERY_MS, enabled: !sessionLost }),
  );
  const [asked, setAsked] = useState(false);
  const screen = useScreen();
  const isLocked = state?.isLocked === true;
  const hasKioskWindow = status.data?.capabilities.kioskWindow === true;

  const changed = useCallback(
    (next: LockState) => queryClient.setQueryData(queryKey, next),
    [queryClient, queryKey],
  );
  const onError = useCallback(
    (error: Error) => {
      const { title, remedy } = describeError(t, error);
      notification.error({ title, description: remedy });
    },
    [t, notification],
  );
  const { mutate: lockNow } = useMutation(query.lock.lock.mutationOptions({ onSuccess: changed, onError }));
  const { mutate: start } = useMutation(
    query.lock.startKiosk.mutationOptions({ onSuccess: changed, onError }),
  );

  usePresence(state?.hasPin === true && !isLocked);
  useLockKey(state?.hasPin === true && !isLocked, () => lockNow({}));
  useForgetting(isLocked, state === undefined);
  useEffect(
    () =>
      onLocked(() => {
        void queryClient.invalidateQueries({ queryKey });
        // Only for what somebody did: a question that nobody understands is one that nobody answers.
        if (navigator.userActivation?.isActive !== false) setAsked(true);
      }),
    [onLocked, queryClient, queryKey],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question belongs to one screen and one lock
  useEffect(() => setAsked(false), [isLocked, screen]);

  const value = useMemo(
    (): ConsoleLock => ({
      state,
      isPending,
      changed,
      lockNow: () => lockNow({}),
      startKiosk() {
        // Before anything is awaited: a browser fills its screen only while a click is fresh.
        if (!hasKioskWindow) fillScreen();
        start({});
      },
      askForPin: () => setAsked(true),
    }),
    [state, isPending, changed, lockNow, start, hasKioskWindow],
  );
  return (
    <LockContext value={value}>
      {children}
      {asked && isLocked && !state?.isKiosk && !isBehindPin(screen) && (
        <PinDialog title={t('lock:question')} body={t('lock:questionBody')} onClose={() => setAsked(false)} />
      )}
    </LockContext>
  );
}

/** When it locks, what no screen shows any more goes; when it opens, what was refused is asked again. */
function useForgetting(isLocked: boolean, isUnknown: boolean): void {
  const queryClient = useQueryClient();
  const before = useRef<boolean | null>(null);
  useEffect(() => {
    if (isUnknown) return;
    if (before.current === false && isLocked) queryClient.removeQueries({ type: 'inactive' });
    if (before.current === true && !isLocked) void queryClient.invalidateQueries();
    before.current = isLocked;
  }, [isLocked, isUnknown, queryClient]);
}
