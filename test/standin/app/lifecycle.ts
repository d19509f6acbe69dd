/**
 * How the app ends, in Electron's order: before-quit, every window's close, will-quit, quit. Windows are known
 * here only by what ending needs of them.
 */
import type { EventEmitter } from 'node:events';
import { emitPreventable } from '../strict.ts';

export interface Closable {
  close(): void;
  destroy(): void;
}

export interface Lifecycle {
  state(): 'running' | 'quitting' | 'exiting';
  opened(window: Closable): void;
  gone(window: Closable): void;
  windows(): Closable[];
  quit(): void;
  /** A window refused to close. */
  cancelQuit(): void;
  exit(code?: number): void;
}

/** `shutDown` ends Chromium and then the process. */
export function createLifecycle(app: EventEmitter, shutDown: (code: number) => Promise<void>): Lifecycle {
  const windows = new Set<Closable>();
  let state: 'running' | 'quitting' | 'exiting' = 'running';

  function end(code: number): void {
    state = 'exiting';
    void shutDown(code);
  }

  function finishQuitting(): void {
    if (state === 'exiting') return;
    if (emitPreventable(app, 'will-quit')) end(0);
    else state = 'running';
  }

  function quit(): void {
    if (state !== 'running') return;
    state = 'quitting';
    // Not at once: whoever asked over the debugger waits for an answer.
    setImmediate(() => {
      if (!emitPreventable(app, 'before-quit')) {
        state = 'running';
        return;
      }
      for (const window of windows) window.close();
      if (windows.size === 0) finishQuitting();
    });
  }

  return {
    state: () => state,
    opened: (window) => void windows.add(window),
    gone(window) {
      if (!windows.delete(window) || windows.size > 0 || state === 'exiting') return;
      if (state === 'quitting') finishQuitting();
      else if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
      else quit();
    },
    windows: () => [...windows],
    quit,
    cancelQuit() {
      if (state === 'quitting') state = 'running';
    },
    exit(code = 0) {
      if (state === 'exiting') return;
      state = 'exiting';
      for (const window of windows) window.destroy();
      end(code);
    },
  };
}
