/** Reads what the host's own menus, tray and links ask for; a broken feed is opened again, for as long as it is wanted. */
import type { Command } from '#shared/model/host.ts';

const PAUSE_MS = 1_000;

export interface FollowCommands {
  open(signal: AbortSignal): Promise<AsyncIterable<Command>>;
  onCommand(command: Command): void;
  wait(ms: number, signal: AbortSignal): Promise<void>;
  signal: AbortSignal;
}

/** Resolves when the signal is aborted; never rejects. */
export async function followCommands({ open, onCommand, wait, signal }: FollowCommands): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const command of await open(signal)) {
        if (signal.aborted) return;
        onCommand(command);
      }
    } catch {
      // Whatever broke it, the answer is the same; that the host is gone is said elsewhere.
    }
    if (!signal.aborted) await wait(PAUSE_MS, signal);
  }
}
