/**
 * `BrowserWindow`: a page with a frame that nobody draws. Shown, in front, minimised, maximised, full screen, kiosk
 * are states kept here; size and place reach Chromium.
 */

import { screen } from '../api/screen.ts';
import { app, lifecycle } from '../app/app.ts';
import { emitPreventable, StrictEmitter } from '../strict.ts';
import { onTargetGone } from './page.ts';
import { WebContents } from './web-contents.ts';

const SENT = [
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'minimize',
  'restore',
  'maximize',
  'unmaximize',
  'enter-full-screen',
  'leave-full-screen',
  'resize',
  'move',
  'close',
  'closed',
  'page-title-updated',
  'unresponsive',
  'responsive',
];

const USUAL = { width: 800, height: 600 };

const windows = new Set<BrowserWindow>();
let focused: BrowserWindow | null = null;
let lastId = 0;

export class BrowserWindow extends StrictEmitter {
  readonly id = ++lastId;
  readonly webContents: WebContents;
  #bounds: Electron.Rectangle;
  #title: string;
  #shown: boolean;
  #minimized = false;
  #maximized = false;
  #fullScreen = false;
  #kiosk = false;
  #destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', SENT);
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { x, y, width = USUAL.width, height = USUAL.height } = options;
    const area = screen.getPrimaryDisplay().workArea;
    const middle = { x: (area.width - width) / 2, y: (area.height - height) / 2 };
    this.#bounds = { x: x ?? Math.round(middle.x), y: y ?? Math.round(middle.y), width, height };
    this.#title = options.title ?? app.getName();
    this.#shown = options.show ?? true;
    windows.add(this);
    lifecycle.opened(this);
    this.webContents = new WebContents(this, this.#bounds, options.webPreferences ?? {});
    this.webContents.once('did-finish-load', () => setImmediate(() => this.emit('ready-to-show')));
    this.webContents.on('page-title-updated', (_event, title: string) => {
      if (emitPreventable(this, 'page-title-updated', {}, title, true)) this.#title = title;
    });
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focused;
  }
  static fromWebContents(contents: unknown): BrowserWindow | null {
    return [...windows].find(({ webContents }) => webContents === contents) ?? null;
  }

  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url);
  reload = (): void => this.webContents.reload();
  show = (): void => {
    if (!this.#shown) {
      this.#shown = true;
      this.emit('show');
    }
    this.focus();
  };
  hide = (): void => {
    if (!this.#shown) return;
    this.#shown = false;
    this.emit('hide');
    this.blur();
  };
  isVisible = (): boolean => this.#shown && !this.#destroyed;
  focus = (): void => {
    if (focused === this) return;
    focused?.blur();
    focused = this;
    this.emit('focus');
    app.emit('browser-window-focus', {}, this);
  };
  blur = (): void => {
    if (focused !== this) return;
    focused = null;
    this.emit('blur');
    app.emit('browser-window-blur', {}, this);
  };
  isFocused = (): boolean => focused === this;
  minimize = (): void => {
    this.#minimized = true;
    this.emit('minimize');
    this.blur();
  };
  restore = (): void => {
    this.#minimized = false;
    this.emit('restore');
  };
  isMinimized = (): boolean => this.#minimized;
  maximize = (): void => {
    this.#maximized = true;
    this.#resize(this.getBounds());
    this.emit('maximize');
  };
  unmaximize = (): void => {
    this.#maximized = false;
    this.#resize(this.#bounds);
    this.emit('unmaximize');
  };
  isMaximized = (): boolean => this.#maximized;
  setFullScreen = (on: boolean): void => {
    this.#fullScreen = on;
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen');
  };
  isFullScreen = (): boolean => this.#fullScreen;
  setKiosk = (on: boolean): void => {
    this.#kiosk = on;
  };
  isKiosk = (): boolean => this.#kiosk;
  getTitle = (): string => this.#title;
  setTitle = (title: string): void => {
    this.#title = title;
  };
  getBounds = (): Electron.Rectangle =>
    this.#maximized ? screen.getPrimaryDisplay().workArea : this.#bounds;
  getNormalBounds = (): Electron.Rectangle => this.#bounds;
  setBounds = (bounds: Partial<Electron.Rectangle>): void => {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.#resize(this.#bounds);
    this.emit('resize');
    this.emit('move');
  };
  #resize(bounds: Electron.Rectangle): void {
    this.webContents._page.then((page) => page.target.resize(bounds)).catch(() => undefined);
  }
  flashFrame = (_on: boolean): void => undefined;
  isDestroyed = (): boolean => this.#destroyed;
  close = (): void => {
    if (this.#destroyed) return;
    if (emitPreventable(this, 'close')) this.destroy();
    else lifecycle.cancelQuit();
  };
  destroy = (): void => {
    if (this.#destroyed) return;
    this.#destroyed = true;
    windows.delete(this);
    if (focused === this) focused = null;
    this.webContents._destroy();
    if (lifecycle.state() !== 'exiting') {
      this.webContents._page.then((page) => page.target.close()).catch(() => undefined);
    }
    this.emit('closed');
    lifecycle.gone(this);
  };
}

onTargetGone((targetId) => {
  for (const window of windows) if (window.webContents._targetId === targetId) window.destroy();
});
