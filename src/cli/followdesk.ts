#!/usr/bin/env node
/**
 * The `followdesk` command: asks a running FollowDesk over its contract and prints tables or JSON. The rule:
 * stdout carries the answer and nothing else; a failure is one line with its remedy, and an exit code.
 */
import { readArguments } from './arguments.ts';
import { accounts } from './commands/accounts.ts';
import { doctor } from './commands/doctor.ts';
import { exportFile } from './commands/export.ts';
import { lookup } from './commands/lookup.ts';
import { scans } from './commands/scans.ts';
import { simulate } from './commands/simulate.ts';
import type { Command } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { describeFailure } from './failures.ts';
import { reachHost } from './host.ts';
import { openTerminal } from './terminal.ts';
import { isChinese, terminalText } from './text/text.ts';

const commands = { accounts, doctor, export: exportFile, lookup, scans } satisfies Record<string, Command>;

async function main({ argv, env }: NodeJS.Process): Promise<number> {
  const text = terminalText(env);
  const terminal = openTerminal(process);
  const stop = new AbortController();
  let url = '';
  try {
    const line = readArguments(argv.slice(2), text);
    if (line.kind === 'help') {
      await terminal.out(text.usage);
      return exitCodes.ok;
    }
    if (line.kind === 'simulate') return await simulate(line.args, text);
    const host = reachHost(line.given, env, text);
    url = host.url;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // The second one does not wait.
      process.on(signal, () => (stop.signal.aborted ? process.exit(exitCodes.interrupted) : stop.abort()));
    }
    const { given, words } = line;
    const context = { ...host, text, chinese: isChinese(env), terminal, given, words, signal: stop.signal };
    return await commands[line.command](context);
  } catch (error) {
    if (stop.signal.aborted) return exitCodes.interrupted;
    const { line, exitCode } = describeFailure(error, url, { text, chinese: isChinese(env) });
    terminal.say(line);
    return exitCode;
  }
}

process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // `followdesk scans | head` has read enough.
  if (code === 'EPIPE') process.exit(exitCodes.ok);
  process.stderr.write(`${terminalText(process.env).cannotPrint(code ?? message)}\n`);
  process.exit(exitCodes.unwell);
});
// Nobody reads remarks any more; the answer is still wanted.
process.stderr.on('error', () => undefined);
process.exitCode = await main(process);
