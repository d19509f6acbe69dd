/**
 * A page that crashes or hangs comes back by itself: scans are kept by the core, so the page that replaces it reads
 * them again and nothing is missing. The rule: never a dead window, never a page that reloads without end.
 */
import type { MessageBoxOptions, MessageBoxReturnValue, WebContents } from 'electron';
import type { Clock, Logger } from '#core/environment.ts';
import type { Language } from '#shared/model/host.ts';

const RELOADS = 3;
const WITHIN_MS = 60_000;

/** Answers whether one more reload is allowed: at most three in any minute. */
export function createReloadBudget(clock: Clock): () => boolean {
  let spent: number[] = [];
  return () => {
    const now = clock.now();
    spent = spent.filter((at) => now - at < WITHIN_MS);
    if (spent.length >= RELOADS) return false;
    spent.push(now);
    return true;
  };
}

type Question = Record<Language, { message: string; detail: string; buttons: [string, string] }>;

const CRASHED: Question = {
  'zh-CN': {
    message: '界面反复出错',
    detail: '扫码和记录不受影响，回调地址仍在运行。重新载入再试一次；如果还是这样，请退出后重新启动。',
    buttons: ['重新载入', '退出关注台'],
  },
  en: {
    message: 'The window keeps failing',
    detail:
      'Scans and records are not affected, phones can still come back. Reload to try once more; if it goes on, quit and start again.',
    buttons: ['Reload', 'Quit FollowDesk'],
  },
};

const HANGS: Question = {
  'zh-CN': {
    message: '界面没有响应',
    detail: '扫码和记录不受影响。可以再等一会儿，或重新载入。',
    buttons: ['等待', '重新载入'],
  },
  en: {
    message: 'The window does not respond',
    detail: 'Scans and records are not affected. Wait a little, or reload.',
    buttons: ['Wait', 'Reload'],
  },
};

export interface Recovery {
  contents: Pick<WebContents, 'on' | 'isDestroyed' | 'reload' | 'forcefullyCrashRenderer'>;
  /** Shows a box over the page's window. */
  ask(options: MessageBoxOptions): Promise<MessageBoxReturnValue>;
  quit(): void;
  language(): Language;
  clock: Clock;
  logger: Logger;
}

/** Watches one page for as long as it lives. */
export function recoverPage({ contents, ask, quit, language, clock, logger }: Recovery): void {
  const mayReload = createReloadBudget(clock);
  let asking: AbortController | null = null;
  let endedByUs = false;

  /** The number of the button, or null while another box is up. */
  async function answerTo(question: Question, type: 'error' | 'warning'): Promise<number | null> {
    if (asking !== null) return null;
    asking = new AbortController();
    const { message, detail, buttons } = question[language()];
    const box = {
      type,
      title: 'FollowDesk',
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    };
    try {
      return (await ask({ ...box, signal: asking.signal })).response;
    } finally {
      asking = null;
    }
  }

  function reload(): void {
    if (!contents.isDestroyed()) contents.reload();
  }

  async function comeBack(reason: string): Promise<void> {
    // Closing a window may take its page down first.
    if (contents.isDestroyed()) return;
    logger.error({ reason }, 'the page crashed');
    if (mayReload()) reload();
    else if ((await answerTo(CRASHED, 'error')) === 1) quit();
    else reload();
  }

  async function offerReload(): Promise<void> {
    logger.warn({}, 'the page does not respond');
    if ((await answerTo(HANGS, 'warning')) !== 1 || contents.isDestroyed()) return;
    // A page that hangs does not make way for another one.
    endedByUs = true;
    contents.forcefullyCrashRenderer();
    reload();
  }

  function failed(error: unknown): void {
    logger.error({ err: error }, 'the page could not be brought back');
  }

  contents.on('render-process-gone', (_event, { reason }) => {
    const expected = reason === 'clean-exit' || endedByUs;
    endedByUs = false;
    // Not within the event: Electron is still taking the page apart.
    if (!expected) setImmediate(() => void comeBack(reason).catch(failed));
  });
  contents.on('unresponsive', () => void offerReload().catch(failed));
  contents.on('responsive', () => asking?.abort());
}
