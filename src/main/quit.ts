/**
 * Quitting in order: the first request to quit is held back until everything is closed, once, then let through.
 * A close that hangs does not keep the user waiting for ever.
 */
import type { App as ElectronApp } from 'electron';
import type { Logger } from '#core/environment.ts';

const PATIENCE_MS = 15_000;

/** `close` closes whatever is open; it is called once, however often the user asks to quit. */
export function quitInOrder(
  app: Pick<ElectronApp, 'on' | 'quit'>,
  { close, logger }: { close(): Promise<void>; logger: Logger },
): void {
  let state: 'running' | 'closing' | 'closed' = 'running';

  async function closeThenQuit(): Promise<void> {
    const patience = Promise.withResolvers<void>();
    const timer = setTimeout(() => {
      logger.error({ afterMs: PATIENCE_MS }, 'closing took too long');
      patience.resolve();
    }, PATIENCE_MS);
    try {
      await Promise.race([close(), patience.promise]);
    } catch (error) {
      logger.error({ error: error instanceof Error ? error.name : 'unknown' }, 'closing failed');
    }
    clearTimeout(timer);
    state = 'closed';
    app.quit();
  }

  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void closeThenQuit();
  });
}
