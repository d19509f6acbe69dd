/** The host's commands as a React hook, where the host has a menu or a tray to give them. */
import { useEffect, useRef } from 'react';
import type { Command } from '#shared/model/host.ts';
import { useConsole } from '../host/console.tsx';
import { followFeed } from '../host/follow-feed.ts';

export function useHostCommands(onCommand: (command: Command) => void): void {
  const { client, status } = useConsole();
  const hasMenus = status.data?.capabilities.tray === true;
  const latest = useRef(onCommand);
  useEffect(() => {
    latest.current = onCommand;
  });
  useEffect(() => {
    if (!hasMenus) return;
    const ending = new AbortController();
    // That the host is gone is said elsewhere.
    void followFeed<Command>({
      open: (_last, signal) => client.host.commands(undefined, { signal }),
      onValue: (command) => latest.current(command),
      signal: ending.signal,
    });
    return () => ending.abort();
  }, [client, hasMenus]);
}
