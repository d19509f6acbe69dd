/** One window of Chromium: made, sized and closed so that none is lost or left. */
import { chromium } from '../chromium/chromium.ts';
import type { Devtools } from '../chromium/wire.ts';

const CLOSE_AGAIN_MS = 50;
const CLOSE_TRIES = 40;

export interface Target {
  /** Also the id of its main frame. */
  id: string;
  devtools: Devtools;
  resize(bounds: Partial<Electron.Rectangle>): Promise<void>;
  setState(state: 'normal' | 'minimized' | 'maximized' | 'fullscreen'): Promise<void>;
  close(): Promise<void>;
}

export interface TargetWatch {
  open(bounds: Partial<Electron.Rectangle>, onId: (id: string) => void): Promise<Target>;
}

/** Follows Chromium's windows; `onGone` is told of each that closes, whoever closed it. */
export function watchTargets(onGone: (id: string) => void): TargetWatch {
  const { browser, session } = chromium();
  const live = new Set<string>();
  let expecting: ((id: string) => void) | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  /** Height of Chromium's own bar above the page; none in the headless shell. */
  let barHeight: number | undefined;

  browser.on('Target.targetCreated', ({ targetInfo: { targetId, type, openerId } }) => {
    live.add(targetId);
    if (type !== 'page') return;
    // A window that a page made past our hook (from a frame, by a form).
    if (openerId) browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
    else expecting?.(targetId);
  });
  browser.on('Target.targetDestroyed', ({ targetId }) => {
    live.delete(targetId);
    onGone(targetId);
  });

  async function create(bounds: Partial<Electron.Rectangle>, onId: (id: string) => void): Promise<Target> {
    const { x, y, width, height = 0 } = bounds;
    // The event tells the id long before the answer, which waits while Playwright holds the new page.
    expecting = onId;
    const size = { width, height: height + (barHeight ?? 0), left: x, top: y };
    const made = browser.send('Target.createTarget', { url: 'about:blank', newWindow: true, ...size });
    const { targetId } = await made.finally(() => {
      expecting = undefined;
    });
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    return control(targetId, session(sessionId));
  }

  function control(id: string, devtools: Devtools): Target {
    async function setBounds(bounds: object): Promise<void> {
      const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId: id });
      await browser.send('Browser.setWindowBounds', { windowId, bounds });
    }
    return {
      id,
      devtools,
      async resize({ x, y, width, height }) {
        if (barHeight === undefined) {
          const expression = 'outerHeight - innerHeight';
          barHeight = Number((await devtools.send('Runtime.evaluate', { expression })).result.value);
        }
        await setBounds({ left: x, top: y, width, height: height && height + barHeight });
      },
      setState: (windowState) => setBounds({ windowState }),
      async close() {
        // A single call is lost while the page commits a navigation.
        for (let tries = 0; tries < CLOSE_TRIES && live.has(id); tries += 1) {
          await browser.send('Target.closeTarget', { targetId: id }).catch(() => undefined);
          await new Promise((resolve) => setTimeout(resolve, CLOSE_AGAIN_MS));
        }
      },
    };
  }

  return {
    open(bounds, onId) {
      const opened = queue.then(() => create(bounds, onId));
      queue = opened.catch(() => undefined);
      return opened;
    },
  };
}
