import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { quitInOrder } from '#main/quit.ts';

const logger = { debug() {}, info() {}, warn() {}, error() {} };

/** As much of Electron's app as quitting takes: before-quit can be prevented, else it is over. */
function createElectronApp() {
  const over = Promise.withResolvers<void>();
  const events = new EventEmitter();
  const app = {
    on: events.on.bind(events) as Electron.App['on'],
    quit() {
      let prevented = false;
      events.emit('before-quit', { preventDefault: () => (prevented = true) });
      if (!prevented) over.resolve();
      return prevented;
    },
  };
  return { app, over: over.promise };
}

describe('quitting', () => {
  it('waits until everything is closed, and closes once', async () => {
    const { app, over } = createElectronApp();
    const closing = Promise.withResolvers<void>();
    const calls: string[] = [];
    quitInOrder(app, {
      logger,
      close() {
        calls.push('close');
        return closing.promise;
      },
    });

    expect(app.quit()).toBe(true);
    expect(app.quit()).toBe(true);
    expect(calls).toEqual(['close']);
    closing.resolve();
    await over;
    expect(calls).toEqual(['close']);
  });

  it('goes on when closing fails', async () => {
    const { app, over } = createElectronApp();
    quitInOrder(app, { logger, close: () => Promise.reject(new Error('EIO')) });
    app.quit();
    await over;
    expect(app.quit()).toBe(false);
  });
});
