import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTray } from '#main/tray.ts';
import type { CallbackState } from '#shared/model/host.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { recordingLogger } from '../../support/recording-logger.ts';

/** A core with one account, whose scans and listener the test changes. */
function open() {
  const state = {
    callback: { state: 'listening', url: 'http://127.0.0.1:5180', port: 5180 } as CallbackState,
    scanned: 0,
    from: '',
  };
  const bell = new EventEmitter();
  const drawn: string[] = [];
  const done: string[] = [];
  const logger = recordingLogger();
  const icon = Object.assign(new EventEmitter(), {
    setToolTip: (text: string) => drawn.push(text),
    setContextMenu: () => undefined,
    destroy: () => done.push('destroyed'),
  });
  async function* changes(_after: number | undefined, signal: AbortSignal | undefined) {
    while (!signal?.aborted) {
      await new Promise((resolve) => {
        bell.once('ring', resolve);
        signal?.addEventListener('abort', resolve);
      });
      yield {};
    }
  }
  const core = {
    host: { status: () => ({ callback: state.callback }) },
    accounts: { list: () => [{ id: 'a', name: 'Café', secretState: 'ok' }] },
    scans: {
      changes,
      list: () => ({ items: [{ verdict: 'unknown', reason: 'quota' }] }),
      summaryNow({ from }: { from: string }) {
        state.from = from;
        return { scanned: state.scanned, followed: state.scanned, notFollowed: 0, unknown: 0 };
      },
    },
  };
  const tray = openTray({
    core: core as unknown as Parameters<typeof openTray>[0]['core'],
    createTray: () => icon as unknown as Electron.Tray,
    language: () => 'en',
    clock: manualClock(),
    logger,
    buildMenu: (() => ({})) as unknown as typeof Electron.Menu.buildFromTemplate,
    actions: { open: () => done.push('opened'), quit: () => done.push('quit') },
  });
  return { tray, state, bell, drawn, done, icon, logger };
}

describe('the tray icon', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says how things stand from the start, counting from midnight', () => {
    const { drawn, state, tray } = open();
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toContain('Café: The API quota is used up');
    const midnight = new Date(state.from);
    expect([midnight.getHours(), midnight.getMinutes(), midnight.getMilliseconds()]).toEqual([0, 0, 0]);
    tray.close();
  });

  it('is drawn once for a burst of scans', async () => {
    const { drawn, state, bell, tray } = open();
    await vi.advanceTimersByTimeAsync(0);
    for (let scan = 1; scan <= 20; scan += 1) {
      state.scanned = scan;
      bell.emit('ring');
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(drawn).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(drawn).toHaveLength(2);
    expect(drawn[1]).toContain('Scans today: 20');
    tray.close();
  });

  it('notices by itself what nobody told it, and is left alone while nothing changes', async () => {
    const { drawn, state, tray } = open();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(drawn).toHaveLength(1);
    state.callback = { state: 'failed', code: 'PORT_IN_USE', port: 5180, offeredPort: null };
    await vi.advanceTimersByTimeAsync(10_000);
    expect(drawn[1]).toContain('port 5180 is in use');
    tray.close();
  });

  it('leads to the console, and is gone when it is closed', async () => {
    const { done, icon, tray, state, drawn } = open();
    icon.emit('click');
    tray.close();
    state.scanned = 1;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(done).toEqual(['opened', 'destroyed']);
    expect(drawn).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps what it said last when the core fails', () => {
    const { tray, state, drawn, logger } = open();
    Object.defineProperty(state, 'callback', {
      get() {
        throw new Error('closed');
      },
    });
    tray.refresh();
    expect(drawn).toHaveLength(1);
    expect(logger.lines.join()).toContain('the tray was not drawn');
    tray.close();
  });
});
