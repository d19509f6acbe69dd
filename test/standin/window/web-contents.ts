/**
 * `webContents`: one page of Chromium. Electron makes it at once and Chromium takes a moment, so what needs the
 * page waits for it, and what only asks is answered from what is known here.
 */
import { app, lifecycle } from '../app/app.ts';
import type { OpenRequest } from '../page/messages.ts';
import { emitPreventable, missing, StrictEmitter, strict } from '../strict.ts';
import type { PageNews } from './channel.ts';
import { openPage, type Page } from './page.ts';
import { settlePermissions } from './permissions.ts';
import type { MessagePortMain } from './ports.ts';
import type { Navigation } from './requests.ts';
import { session } from './session.ts';

const SENT = [
  'dom-ready',
  'did-finish-load',
  'did-fail-load',
  'did-navigate',
  'did-navigate-in-page',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'page-title-updated',
  'preload-error',
  'render-process-gone',
  'destroyed',
  'unresponsive',
  'responsive',
];

const NET_ERRORS: Record<string, number> = { ERR_FAILED: -2, ERR_ABORTED: -3 };

/** What a page needs of its window. */
export interface Owner {
  close(): void;
  destroy(): void;
}

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

const all = new Map<number, WebContents>();
let lastId = 0;

export class WebContents extends StrictEmitter {
  readonly id = ++lastId;
  readonly session = session.defaultSession;
  readonly _owner: Owner;
  readonly _page: Promise<Page>;
  /** Known before the page is ready for us: Playwright asks by it. */
  _targetId = '';
  #url = '';
  #title = '';
  #zoomLevel = 0;
  #state: 'alive' | 'crashed' | 'destroyed' = 'alive';
  #opened: Page | undefined;
  #openHandler: OpenHandler | null = null;
  /** A load of our own is under way: the app is not asked about it. */
  #ours = false;

  constructor(owner: Owner, size: Partial<Electron.Rectangle>, preferences: Electron.WebPreferences) {
    super('webContents', SENT);
    refuseUnlikeOurs(preferences);
    this._owner = owner;
    all.set(this.id, this);
    this._page = openPage(size, preferences.preload, {
      onId: (id) => {
        this._targetId = id;
      },
      onNews: (news) => this.#hear(news),
      onEvent: (name, ...args) => this.#follow(name, args),
      admits: (navigation, redirected) => this.#admits(navigation, redirected),
      describeSender: (ports) => this.#describeSender(ports),
    });
    this._page.then(
      (page) => {
        this.#opened = page;
      },
      (error: Error) => {
        // Closed, by Playwright say, while it was being made.
        const closed = /is gone|No target with given id|Session with given id/.test(error.message);
        if (!closed && lifecycle.state() !== 'exiting') process.stderr.write(`${error.stack}\n`);
        owner.destroy();
      },
    );
  }

  loadURL = (url: string): Promise<void> => {
    const loaded = this.#load(url);
    // As Electron does: who does not care need not catch.
    loaded.catch(() => undefined);
    return loaded;
  };
  async #load(url: string): Promise<void> {
    const page = await this._page;
    await settlePermissions(this as unknown as Electron.WebContents, url);
    const loaded = Promise.withResolvers<void>();
    this.once('did-finish-load', loaded.resolve);
    this.once('destroyed', loaded.resolve);
    this.#ours = true;
    const failure = await page.navigate(url);
    this.#ours = false;
    if (failure === null) return loaded.promise;
    const code = failure.replace('net::', '');
    const errno = NET_ERRORS[code] ?? -2;
    this.emit('did-fail-load', {}, errno, code, url, true);
    throw Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url });
  }
  reload = (): void => {
    this.#state = 'alive';
    void this._page.then((page) => page.reload());
  };
  executeJavaScript = async (code: string): Promise<unknown> => (await this._page).evaluate(code);
  send = (channel: string, ...args: unknown[]): void => this.#opened?.channel.send(channel, ...args);
  setWindowOpenHandler = (handler: OpenHandler): void => {
    this.#openHandler = handler;
  };
  getURL = (): string => this.#url;
  getTitle = (): string => this.#title;
  isDestroyed = (): boolean => this.#state === 'destroyed';
  isCrashed = (): boolean => this.#state === 'crashed';
  /** Kept, not drawn. */
  setZoomLevel = (level: number): void => {
    this.#zoomLevel = level;
  };
  getZoomLevel = (): number => this.#zoomLevel;
  forcefullyCrashRenderer = (): void => {
    void this._page.then((page) => page.crash());
  };
  /** As `window.close()` in the page: its window is not asked. */
  close = (_options?: Electron.CloseOpts): void => {
    void this._page.catch(() => undefined).then(() => this._owner.destroy());
  };
  _destroy(): void {
    if (this.#state === 'destroyed') return;
    this.#state = 'destroyed';
    all.delete(this.id);
    this.#opened?.channel.close();
    this.emit('destroyed');
  }

  #describeSender(ports: MessagePortMain[]): object {
    const { protocol: scheme, host } = new URL(this.#url || 'about:blank');
    const origin = host ? `${scheme}//${host}` : 'null';
    const senderFrame = strict('senderFrame', { url: this.#url, origin, parent: null, detached: false });
    const reply = (channel: string, ...args: unknown[]) => this.send(channel, ...args);
    return { sender: this, senderFrame, ports, processId: this.id, frameId: 1, reply };
  }

  #admits({ url, isMainFrame }: Navigation, redirected: boolean): boolean {
    const details = () => ({ url, isMainFrame, isSameDocument: false });
    if (redirected) return emitPreventable(this, 'will-redirect', details(), url);
    const sameDocument = isMainFrame && url.split('#')[0] === this.#url.split('#')[0];
    if ((isMainFrame && this.#ours) || sameDocument) return true;
    if (!emitPreventable(this, 'will-frame-navigate', details())) return false;
    return !isMainFrame || emitPreventable(this, 'will-navigate', details(), url);
  }

  #hear(news: PageNews): void {
    if (this.isDestroyed()) return;
    if (news.op === 'open') this.#open(news.request);
    else if (news.op === 'close') this.close();
    else if (news.op === 'preload-error') this.emit('preload-error', {}, '', new Error(news.message));
    else {
      this.#title = news.title;
      this.emit('page-title-updated', {}, news.title, true);
    }
  }
  #open(request: OpenRequest): void {
    const referrer = { url: '', policy: 'strict-origin-when-cross-origin' } as const;
    const answer = this.#openHandler?.({ ...request, referrer });
    if (answer?.action !== 'deny') missing('a window opened by a page');
  }

  #follow(name: string, args: unknown[]): void {
    if (this.isDestroyed()) return;
    if (name === 'did-navigate' || name === 'did-navigate-in-page') this.#url = String(args[0]);
    if (name === 'render-process-gone') {
      this.#state = 'crashed';
      app.emit(name, {}, this, ...args);
    }
    this.emit(name, {}, ...args);
  }
}

/** @throws for a page that is less guarded than the ones here */
function refuseUnlikeOurs({ nodeIntegration, contextIsolation, sandbox }: Electron.WebPreferences): void {
  if (nodeIntegration || contextIsolation === false || sandbox === false) {
    missing('a page with Node in it, without context isolation or outside the sandbox');
  }
}

export const webContents = strict('webContents', {
  fromId: (id: number) => all.get(id),
  fromDevToolsTargetId: (id: string) => [...all.values()].find(({ _targetId }) => _targetId === id),
  getAllWebContents: () => [...all.values()],
});
