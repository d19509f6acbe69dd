/** Flags and their variables: what they mean, which wins, and what is refused. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCommandLine } from '#server/command-line.ts';

function choicesOf(args: string[], env: NodeJS.ProcessEnv = {}) {
  const line = readCommandLine(args, env);
  if (line.kind !== 'run') throw new Error(JSON.stringify(line));
  return line.choices;
}

test('every flag is understood', () => {
  const args = ['--data-dir', 'somewhere', '--callback-host', '0.0.0.0', '--callback-port', '8080'];
  args.push('--console-port=0', '--public-url', 'https://door.example.com/', '--sandbox');
  expect(choicesOf(args)).toEqual({
    dataFolder: resolve('somewhere'),
    callbackHost: '0.0.0.0',
    callbackPort: 8080,
    consolePort: 0,
    publicUrl: 'https://door.example.com',
    sandbox: true,
    consoleToken: undefined,
    masterKey: undefined,
  });
});

test('every flag has a variable', () => {
  const env = {
    FOLLOWDESK_DATA_DIR: '/srv/followdesk',
    FOLLOWDESK_CALLBACK_HOST: '::',
    FOLLOWDESK_CALLBACK_PORT: '0',
    FOLLOWDESK_CONSOLE_PORT: '5170',
    FOLLOWDESK_PUBLIC_URL: 'http://10.0.0.5:8080',
    FOLLOWDESK_SANDBOX: 'true',
    FOLLOWDESK_CONSOLE_TOKEN: 'a-token',
    FOLLOWDESK_MASTER_KEY: 'any text at all',
  };
  expect(choicesOf([], env)).toEqual({
    dataFolder: '/srv/followdesk',
    callbackHost: '::',
    callbackPort: 0,
    consolePort: 5170,
    publicUrl: 'http://10.0.0.5:8080',
    sandbox: true,
    consoleToken: 'a-token',
    masterKey: 'any text at all',
  });
});

test('a flag wins over its variable, and an empty variable is none', () => {
  const env = { FOLLOWDESK_CALLBACK_PORT: '1', FOLLOWDESK_PUBLIC_URL: '', FOLLOWDESK_SANDBOX: '' };
  expect(choicesOf(['--callback-port', '2'], env)).toMatchObject({
    callbackPort: 2,
    publicUrl: undefined,
    sandbox: false,
  });
});

test('without flags, the address is left to the settings', () => {
  expect(choicesOf([])).toMatchObject({ callbackHost: undefined, callbackPort: undefined, consolePort: 0 });
});

describe('refused in one line that names the culprit', () => {
  test.each<[string, string[], NodeJS.ProcessEnv]>([
    ['--callback-port', ['--callback-port', '65536'], {}],
    ['--callback-port', ['--callback-port', '80a'], {}],
    ['--console-port', [], { FOLLOWDESK_CONSOLE_PORT: '1.5' }],
    ['--public-url', ['--public-url', 'door.example.com'], {}],
    ['--public-url', ['--public-url', 'ftp://door.example.com'], {}],
    ['--callback-host', ['--callback-host', 'http://x'], {}],
    ['FOLLOWDESK_SANDBOX', [], { FOLLOWDESK_SANDBOX: 'maybe' }],
    ['--nonsense', ['--nonsense'], {}],
    ['--data-dir', ['--data-dir'], {}],
    ['stray', ['stray'], {}],
  ])('%s: %j', (culprit, args, env) => {
    const line = readCommandLine(args, env);
    if (line.kind !== 'refused') throw new Error(JSON.stringify(line));
    expect(line.message).toContain(culprit);
    expect(line.message).not.toContain('\n');
  });

  test('without repeating a token', () => {
    const line = readCommandLine([], { FOLLOWDESK_CONSOLE_TOKEN: 'hush hush' });
    expect(JSON.stringify(line)).not.toContain('hush');
    expect(line.kind).toBe('refused');
  });
});

test('--help names every flag', () => {
  const line = readCommandLine(['--help'], {});
  if (line.kind !== 'help') throw new Error(JSON.stringify(line));
  for (const flag of ['data-dir', 'callback-host', 'callback-port', 'console-port', 'public-url', 'sandbox'])
    expect(line.text).toContain(`--${flag}`);
});
