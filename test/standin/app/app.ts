/** Electron's `app`: names, places, one instance, being ready and ending. */
import { join } from 'node:path';
import { chromium } from '../chromium/chromium.ts';
import { commandLine, switches } from '../command-line.ts';
import { StrictEmitter } from '../strict.ts';
import { createLifecycle } from './lifecycle.ts';
import { createPaths } from './paths.ts';
import { type InstanceLock, takeInstanceLock } from './single-instance.ts';

const SENT = [
  'will-finish-launching',
  'ready',
  'before-quit',
  'will-quit',
  'quit',
  'window-all-closed',
  'second-instance',
  'web-contents-created',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'render-process-gone',
];

const ready = Promise.withResolvers<void>();

class App extends StrictEmitter {
  name = 'Electron';
  readonly isPackaged = false;
  readonly commandLine = commandLine;
  readonly dock = undefined;
  #ready = false;
  #version = '0.0.0';
  #folder = process.cwd();
  #lock: InstanceLock | null = null;
  #about: Electron.AboutPanelOptionsOptions = {};
  readonly #paths = createPaths(() => this.name);

  constructor() {
    super('app', SENT);
  }

  // Properties, not methods: Playwright's loader replaces `isReady` and `whenReady`.
  isReady = () => this.#ready;
  whenReady = () => ready.promise;
  getName = () => this.name;
  setName = (name: string) => {
    this.name = name;
  };
  getVersion = () => this.#version;
  getAppPath = () => this.#folder;
  getPath = (name: string) => this.#paths.get(name);
  setPath = (name: string, path: string) => this.#paths.set(name, path);
  /** Decided by `--lang`, as the windows' own language is. */
  getLocale = () => switches.get('lang') || 'en-US';
  /** The system's languages, from where a Linux desktop keeps them. */
  getPreferredSystemLanguages = () => {
    const { LANGUAGE, LC_ALL, LANG } = process.env;
    const named = LANGUAGE || LC_ALL || LANG || 'en_US';
    return named.split(':').map((tag) => (tag.split('.')[0] ?? tag).replace('_', '-'));
  };
  /** Every page is sandboxed here anyway, or refused. */
  enableSandbox = () => undefined;
  focus = () => undefined;
  setAppUserModelId = (_id: string) => undefined;
  setAsDefaultProtocolClient = (_protocol: string) => true;
  isDefaultProtocolClient = (_protocol: string) => false;
  setAboutPanelOptions = (options: Electron.AboutPanelOptionsOptions) => {
    this.#about = options;
  };
  /** Nothing to see; what it would have said goes to stderr. */
  showAboutPanel = () => {
    process.stderr.write(`[about] ${JSON.stringify(this.#about)}\n`);
  };

  requestSingleInstanceLock = (additionalData?: Record<string, unknown>): boolean => {
    this.#lock ??= takeInstanceLock(
      join(this.getPath('userData'), 'standin-instance'),
      additionalData,
      ({ argv, cwd, additionalData: data }) =>
        app.emit('second-instance', { preventDefault() {} }, argv, cwd, data ?? null),
    );
    return this.#lock !== null;
  };
  hasSingleInstanceLock = () => this.#lock !== null;
  releaseSingleInstanceLock = () => {
    this.#lock?.release();
    this.#lock = null;
  };

  quit = () => lifecycle.quit();
  exit = (code?: number) => lifecycle.exit(code);

  /** For boot: what package.json said. */
  _describe(facts: { name: string; version: string; folder: string }): void {
    this.name = facts.name;
    this.#version = facts.version;
    this.#folder = facts.folder;
  }
  /** For boot, once Chromium runs. `ready` comes before `whenReady`: Playwright's loader keeps its arguments. */
  _becomeReady(): void {
    this.#ready = true;
    app.emit('will-finish-launching');
    app.emit('ready', {}, {});
    ready.resolve();
  }
}

export const app = new App();

export const lifecycle = createLifecycle(app, async (code) => {
  app.emit('quit', {}, code);
  app.releaseSingleInstanceLock();
  if (app.isReady()) await chromium().stop();
  process.exitCode = code;
  process.emit('exit', code);
  endProcess(code);
});

/** Node's own last step, which `process.exit` no longer is. */
const endProcess: (code: number) => never = (
  process as unknown as { reallyExit(code: number): never }
).reallyExit.bind(process);

/** What ends a Node process ends an Electron app in order. */
export function endInOrder(): void {
  process.exit = ((code?: number) => app.exit(Number(code ?? process.exitCode ?? 0))) as typeof process.exit;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}

/** Ends at once, with nothing closed: a start that failed. */
export function abort(why: string): never {
  process.stderr.write(`${why}\n`);
  return endProcess(1);
}
