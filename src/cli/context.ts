/** What every command works with. */
import type { Given } from './arguments.ts';
import type { Say } from './failures.ts';
import type { Host } from './host.ts';
import type { Terminal } from './terminal.ts';

export interface Context extends Host, Say {
  terminal: Terminal;
  given: Given;
  /** What stands beside the command, without options. */
  words: readonly string[];
  /** Aborts at Ctrl-C. */
  signal: AbortSignal;
}

/** Answers the exit code. */
export type Command = (context: Context) => Promise<number>;
