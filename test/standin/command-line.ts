/** The command line as the real executable would read it: switches for Chromium, `-r` modules, and the app. */
import { strict } from './strict.ts';

/** Switches by name, from the command line and from the app; Chromium starts with them. */
export const switches = new Map<string, string>();

/** Reads arguments after the executable's name. */
export function readArguments(args: readonly string[]): { preloads: string[]; app: string | undefined } {
  const preloads: string[] = [];
  let app: string | undefined;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    const named = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
    if (named) switches.set((named[1] ?? '').toLowerCase(), named[2] ?? '');
    else if (argument === '-r' && app === undefined) preloads.push(args[++index] ?? '');
    else if (!argument.startsWith('-')) app ??= argument;
  }
  return { preloads, app };
}

export const commandLine = strict('app.commandLine', {
  appendSwitch(name: string, value = ''): void {
    switches.set(name.toLowerCase(), String(value));
  },
  hasSwitch: (name: string): boolean => switches.has(name.toLowerCase()),
  getSwitchValue: (name: string): string => switches.get(name.toLowerCase()) ?? '',
});
