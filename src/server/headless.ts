/**
 * The composition root without Electron: the console in a browser, the same core. The rule: stdout carries one
 * line, the ready line; everything else is said on stderr, without a stack and without a secret.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type App, createApp } from '#core/app.ts';
import type { Environment, Logger, RunningSandbox } from '#core/environment.ts';
import { failureOf, findFreePort } from './callback/address.ts';
import { createCallbackListener } from './callback/http.ts';
import { type Choices, readCommandLine } from './command-line.ts';
import { createConsoleServer } from './console/http.ts';
import { newConsoleToken } from './console/session.ts';
import { createFileVault } from './file-vault.ts';
import { tuneHeap } from './heap.ts';
import { createLogger } from './logger.ts';
import { createRouter } from './router/router.ts';
import { openSettings } from './settings-store.ts';
import { CallbackFailed, ConsolePortFailed, explainStartFailure, terminalLanguage } from './start-failure.ts';

const closingLimitMs = 15_000;
const clock = { now: Date.now };

/** Two folders up in the sources and in the build alike. */
const packageFile = new URL('../../package.json', import.meta.url);
const builtConsole = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../out/renderer' : '../renderer', import.meta.url),
);

async function startSandbox(): Promise<RunningSandbox> {
  const { startSimulator } = await import('#simulator/platform.ts');
  const { url, apps, close } = await startSimulator();
  const [app] = apps;
  if (app === undefined) throw new Error('the simulator has no account');
  return { url, appId: app.appId, appSecret: app.appSecret, close };
}

function describeEnvironment(choices: Choices, logger: Logger): Environment {
  const { dataFolder, masterKey, callbackHost, callbackPort, publicUrl } = choices;
  return {
    version: JSON.parse(readFileSync(packageFile, 'utf8')).version,
    dataFolder,
    capabilities: {
      secretsInKeychain: false,
      openExternal: false,
      boardWindow: false,
      kioskWindow: false,
      tray: false,
      tokenService: true,
    },
    vault: createFileVault({ dataFolder, masterKey }),
    openSettings,
    clock,
    logger,
    startSandbox,
    wantsSandbox: choices.sandbox,
    overrides: { callbackHost, callbackPort, publicUrl },
  };
}

async function openCallback(app: App, logger: Logger): Promise<string> {
  const state = await app.host.listenWith(createCallbackListener({ callback: app.callback, logger }));
  if (state.state === 'failed') throw new CallbackFailed(state);
  return state.url;
}

async function openConsole(app: App, choices: Choices, token: string, logger: Logger) {
  const router = createRouter(app, logger);
  const port = choices.consolePort;
  try {
    return await createConsoleServer({ app, router, port, token, staticFolder: builtConsole, clock, logger });
  } catch (error) {
    if (!('syscall' in (error as object))) throw error;
    const offeredPort = await findFreePort('127.0.0.1');
    throw new ConsolePortFailed({ code: failureOf(error), port, offeredPort });
  }
}

/**
 * Resolves at the first signal; a second one does not wait. One stop can arrive twice at once (the settings
 * store sends the signal again when it has tidied up, npm hands on what the terminal has sent already): only
 * what comes later is somebody's impatience.
 */
function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | null = null;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (askedAt !== null && performance.now() - askedAt > 1000) process.exit(1);
        askedAt ??= performance.now();
        resolve();
      });
    }
  });
}

async function run(choices: Choices, logger: Logger): Promise<void> {
  const stopped = stopRequested();
  const token = choices.consoleToken ?? newConsoleToken();
  const app = await createApp(describeEnvironment(choices, logger));
  const callbackUrl = await openCallback(app, logger);
  const desk = await openConsole(app, choices, token, logger);
  const ready = {
    event: 'ready',
    callbackUrl,
    consoleUrl: desk.url,
    consoleToken: token,
    consoleLink: desk.newLink(),
    sandboxUrl: app.host.status().sandboxUrl,
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);

  await stopped;
  setTimeout(() => process.exit(1), closingLimitMs).unref();
  await desk.close();
  await app.close();
}

function stopUnexpectedly(logger: Logger, error: unknown): never {
  logger.error({ err: error }, 'FollowDesk stopped unexpectedly');
  process.exit(1);
}

tuneHeap();

const commandLine = readCommandLine(process.argv.slice(2), process.env);
if (commandLine.kind === 'help') {
  process.stdout.write(commandLine.text);
} else if (commandLine.kind === 'refused') {
  process.stderr.write(`${commandLine.message}\n`);
  process.exitCode = 2;
} else {
  const { choices } = commandLine;
  const logger = createLogger();
  process.on('uncaughtException', (error) => stopUnexpectedly(logger, error));
  process.on('unhandledRejection', (error) => stopUnexpectedly(logger, error));
  // A limit on the size of files (ulimit -f) ends a process that does not listen. Listening, it is a full disk.
  process.on('SIGXFSZ', () => undefined);
  try {
    await run(choices, logger);
    process.exit(0);
  } catch (error) {
    const line = explainStartFailure(error, choices, terminalLanguage(process.env));
    if (line === null) stopUnexpectedly(logger, error);
    process.stderr.write(`${line}\n`);
    process.exit(1);
  }
}
