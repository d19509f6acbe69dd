/**
 * An error nobody foresaw, once the app runs: into the log whole, and to the operator in words, with what support
 * needs one click away. The rule: one box at a time, never a stack in it, never a secret in what is copied.
 */
import type { MessageBoxOptions } from 'electron';
import type { Logger } from '#core/environment.ts';
import { redact } from '#core/redact.ts';
import type { Language } from '#shared/model/host.ts';

const WORDS = {
  'zh-CN': {
    title: '关注台遇到了意外错误',
    remedy:
      '可以继续使用；如果有什么不对劲，请退出后重新启动。扫码记录已经保存。请复制详情，连同日志发给维护人员。',
    log: '日志：',
    buttons: ['继续', '复制详情', '打开日志文件夹', '退出关注台'],
  },
  en: {
    title: 'FollowDesk met an unexpected error',
    remedy:
      'You can go on; if anything seems wrong, quit and start again. Scans are saved. Copy the details and send them with the log to support.',
    log: 'Log: ',
    buttons: ['Continue', 'Copy Details', 'Open Log Folder', 'Quit FollowDesk'],
  },
};

const CHOICES = ['continue', 'copy', 'openLog', 'quit'] as const;

/** The box to show. Closing it is to go on. */
export function mishapBox(language: Language, logFile: string): MessageBoxOptions {
  const { title, remedy, log, buttons } = WORDS[language];
  return {
    type: 'error',
    title: 'FollowDesk',
    message: title,
    detail: `${remedy}\n\n${log}${logFile}`,
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
}

/** What is copied: the version, the error with its causes and stacks, and no secret. */
export function mishapDetails(error: unknown, facts: { version: string; runtime: string }): string {
  const head = `FollowDesk ${facts.version} (${facts.runtime})`;
  return redact([head, ...causesOf(error).map(oneError)].join('\n\n'));
}

function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let next = error; next !== undefined && !chain.includes(next) && chain.length < 5; ) {
    chain.push(next);
    next = next instanceof Error ? next.cause : undefined;
  }
  return chain;
}

function oneError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const headline = `${error.name}: ${error.message}`;
  return error.stack?.includes(error.message) ? error.stack : `${headline}\n${error.stack ?? ''}`;
}

export interface MishapDependencies {
  /** Node's process: where nobody's errors end up. */
  process: {
    on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown;
  };
  /** Settles once boxes can be shown. */
  ready: Promise<unknown>;
  ask(options: MessageBoxOptions): Promise<{ response: number }>;
  copy(text: string): Promise<void> | void;
  openLogFolder(): void;
  quit(): void;
  language(): Language;
  logFile: string;
  version: string;
  runtime: string;
  logger: Logger;
}

/** Listens from now on. `quieten()`: only the log is told any more, since the app is closing. */
export function explainMishaps(dependencies: MishapDependencies): { quieten(): void } {
  const { logger, ask, copy, openLogFolder, quit } = dependencies;
  let busy = false;
  let quiet = false;

  async function explain(error: unknown): Promise<void> {
    await dependencies.ready;
    const { response } = await ask(mishapBox(dependencies.language(), dependencies.logFile));
    const choice = CHOICES[response] ?? 'continue';
    if (choice === 'copy') await copy(mishapDetails(error, dependencies));
    if (choice === 'openLog') openLogFolder();
    if (choice === 'quit') quit();
  }

  function meet(error: unknown): void {
    logger.error({ err: error }, 'an error nobody foresaw');
    if (busy || quiet) return;
    busy = true;
    explain(error)
      .catch((failure: unknown) => logger.error({ err: failure }, 'the error could not be explained'))
      .finally(() => {
        busy = false;
      });
  }

  dependencies.process.on('uncaughtException', meet);
  dependencies.process.on('unhandledRejection', meet);
  return {
    quieten() {
      quiet = true;
    },
  };
}
