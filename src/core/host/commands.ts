/**
 * What the host's own menus, tray and links ask of the console, handed to every page that listens. The rule: a
 * command given while no page listens is not lost, but only the last one counts by the time a page does.
 */
import type { Command } from '#shared/model/host.ts';

export interface Commands {
  send(command: Command): void;
  /** The command that waits, if any, then each as it is sent, until the signal aborts or the host closes. */
  listen(signal: AbortSignal | undefined): AsyncGenerator<Command>;
  /** Ends every listener. */
  close(): void;
}

interface Listener {
  unread: Command[];
  wake(): void;
}

export function createCommands(): Commands {
  const listeners = new Set<Listener>();
  let waiting: Command | null = null;
  let closed = false;

  return {
    send(command) {
      if (listeners.size === 0) waiting = command;
      for (const listener of listeners) {
        listener.unread.push(command);
        listener.wake();
      }
    },
    async *listen(signal) {
      if (signal?.aborted) return;
      const listener: Listener = { unread: waiting === null ? [] : [waiting], wake() {} };
      waiting = null;
      function wake(): void {
        listener.wake();
      }
      listeners.add(listener);
      signal?.addEventListener('abort', wake);
      try {
        while (!signal?.aborted) {
          const next = listener.unread.shift();
          if (next !== undefined) {
            yield next;
          } else if (closed) {
            return;
          } else {
            await new Promise<void>((resolve) => {
              listener.wake = resolve;
            });
          }
        }
      } finally {
        listeners.delete(listener);
        signal?.removeEventListener('abort', wake);
      }
    },
    close() {
      closed = true;
      for (const listener of listeners) listener.wake();
    },
  };
}
