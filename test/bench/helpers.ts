/**
 * Child processes of the benchmark that answer one question at a time. The rule: a helper lives no longer than
 * the run that started it, whichever way that run ends.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Helper<Question, Answer> {
  readonly pid: number;
  /** @throws when the helper ends before it has answered. */
  ask(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

/** Runs a file of this folder with `argument` as JSON; settles once the helper has said it is ready. */
export async function startHelper<Ready, Question, Answer>(
  file: string,
  argument: object = {},
): Promise<{ ready: Ready; helper: Helper<Question, Answer> }> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, [JSON.stringify(argument)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // JSON has no NaN, which is what a figure of nothing is.
    serialization: 'advanced',
  });
  let waiting = Promise.withResolvers<unknown>();
  const gone = once(child, 'exit');
  child.on('message', (message) => waiting.resolve(message));
  child.on('exit', (code) => waiting.reject(new Error(`${file} ended early (${code})`)));
  // Nobody may be waiting when it ends.
  waiting.promise.catch(() => undefined);
  const ready = (await waiting.promise) as Ready;

  return {
    ready,
    helper: {
      pid: child.pid ?? 0,
      async ask(question) {
        if (child.exitCode !== null) throw new Error(`${file} is not running`);
        waiting = Promise.withResolvers<unknown>();
        child.send(question as object);
        return (await waiting.promise) as Answer;
      },
      async close() {
        if (child.connected) child.disconnect();
        if (child.exitCode === null) await gone;
      },
    },
  };
}

/** The helper's own side: what it was started with. */
export function helperArgument<Argument>(): Argument {
  return JSON.parse(process.argv[2] ?? '{}') as Argument;
}

/** Says the helper is ready, then answers each question; a failure ends the process and so reaches the run. */
export function serveParent<Question, Answer>(
  ready: object,
  answer: (question: Question) => Answer | Promise<Answer>,
): void {
  process.on('message', async (question) => {
    const answered = await answer(question as Question);
    process.send?.(answered as object);
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.(ready);
}
