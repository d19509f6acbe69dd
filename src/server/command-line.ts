/**
 * The headless server's flags and their `FOLLOWDESK_*` twins. The rule: a flag wins over its variable, and what
 * cannot be meant is refused in one line, before anything is opened. Secrets come by variable only: a command
 * line can be read by everybody on the machine.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from './data-folder.ts';

export interface Choices {
  dataFolder: string;
  callbackHost: string | undefined;
  callbackPort: number | undefined;
  consolePort: number;
  publicUrl: string | undefined;
  sandbox: boolean;
  /** FOLLOWDESK_CONSOLE_TOKEN. */
  consoleToken: string | undefined;
  /** FOLLOWDESK_MASTER_KEY. */
  masterKey: string | undefined;
}

export type CommandLine =
  | { kind: 'run'; choices: Choices }
  | { kind: 'help'; text: string }
  | { kind: 'refused'; message: string };

const help = `Usage: npm run headless -- [flags]

  --data-dir DIR        settings, scans and sealed secrets   FOLLOWDESK_DATA_DIR
  --callback-host HOST  interface that phones reach          FOLLOWDESK_CALLBACK_HOST
  --callback-port PORT  0 = any free port                    FOLLOWDESK_CALLBACK_PORT
  --console-port PORT   0 = any free port (the default)      FOLLOWDESK_CONSOLE_PORT
  --public-url URL      what phones call this server by      FOLLOWDESK_PUBLIC_URL
  --sandbox             a sandbox account from the start     FOLLOWDESK_SANDBOX=1
  --help

  FOLLOWDESK_CONSOLE_TOKEN fixes the console token; FOLLOWDESK_MASTER_KEY seals secrets in place of a key file.
  When ready, one line of JSON goes to stdout; the log goes to stderr. SIGTERM closes in order.
`;

class Refused extends Error {
  override readonly name = 'Refused';
}

function port(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= 65_535)) throw new Refused(`${flag} must be a whole number from 0 to 65535, not "${text}"`);
  return value;
}

function publicUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new Refused(`--public-url must be an address like https://door.example.com, not "${text}"`);
  return text.replace(/\/+$/, '');
}

function callbackHost(text: string | undefined): string | undefined {
  if (text !== undefined && !/^[A-Za-z0-9.:_-]{1,255}$/.test(text))
    throw new Refused(`--callback-host must be a host name or an IP address, not "${text}"`);
  return text;
}

function sandbox(text: string | undefined): boolean {
  if (text === undefined || /^(0|false|no)$/i.test(text)) return false;
  if (/^(1|true|yes)$/i.test(text)) return true;
  throw new Refused(`FOLLOWDESK_SANDBOX must be 1 or 0, not "${text}"`);
}

function consoleToken(text: string | undefined): string | undefined {
  // Its value is not repeated: it may be a real token with a stray blank.
  if (text !== undefined && !/^[\x21-\x7e]+$/.test(text))
    throw new Refused('FOLLOWDESK_CONSOLE_TOKEN must consist of visible ASCII characters, without blanks');
  return text;
}

function readFlags(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      'data-dir': { type: 'string' },
      'callback-host': { type: 'string' },
      'callback-port': { type: 'string' },
      'console-port': { type: 'string' },
      'public-url': { type: 'string' },
      sandbox: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}

/** Pure but for `resolve`, which knows the working directory. */
export function readCommandLine(args: readonly string[], env: NodeJS.ProcessEnv): CommandLine {
  try {
    const flags = readFlags(args);
    if (flags.help) return { kind: 'help', text: help };
    const choices: Choices = {
      dataFolder: resolve((flags['data-dir'] ?? env.FOLLOWDESK_DATA_DIR) || defaultDataFolder(env)),
      callbackHost: callbackHost((flags['callback-host'] ?? env.FOLLOWDESK_CALLBACK_HOST) || undefined),
      callbackPort: port(
        '--callback-port',
        (flags['callback-port'] ?? env.FOLLOWDESK_CALLBACK_PORT) || undefined,
      ),
      consolePort:
        port('--console-port', (flags['console-port'] ?? env.FOLLOWDESK_CONSOLE_PORT) || undefined) ?? 0,
      publicUrl: publicUrl((flags['public-url'] ?? env.FOLLOWDESK_PUBLIC_URL) || undefined),
      sandbox: flags.sandbox ?? sandbox(env.FOLLOWDESK_SANDBOX || undefined),
      consoleToken: consoleToken(env.FOLLOWDESK_CONSOLE_TOKEN || undefined),
      masterKey: env.FOLLOWDESK_MASTER_KEY || undefined,
    };
    return { kind: 'run', choices };
  } catch (error) {
    const isParseError = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
    if (!(error instanceof Refused) && !isParseError) throw error;
    const [sentence = ''] = String((error as Error).message).split(/\.\s|\n/);
    return { kind: 'refused', message: `${sentence}; --help lists the flags` };
  }
}
