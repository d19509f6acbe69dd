/** The console's window: shown once it has something to show, and opened again where it was left. */
import { BrowserWindow, nativeTheme, screen } from 'electron';
import ElectronStore from 'electron-store';
import { ConsoleMissing } from './errors.ts';
import { guardedPreferences } from './guards.ts';
import { CONSOLE_ORIGIN } from './navigation.ts';
import { MINIMUM, placeWindow } from './window-state.ts';

export interface WindowPlace {
  /** Where `window.json` lives. */
  folder: string;
  preload: string;
  icon: string;
  packaged: boolean;
  /** Called before the page loads, for whatever watches over it. */
  watch(window: BrowserWindow): void;
}

/** What lies behind the page before its first paint: the page's own background, so that nothing flashes. */
const BACKGROUND = { light: '#f4f7f5', dark: '#0e1311' };

/**
 * Opens the window and loads the console; resolves once the page has loaded.
 * @param opened told of the window before its page loads. @throws ConsoleMissing
 */
export async function openConsoleWindow(
  place: WindowPlace,
  opened: (window: BrowserWindow) => void,
): Promise<void> {
  const remembered = openWindowStore(place.folder);
  const { maximized, ...bounds } = placeWindow(
    remembered.read(),
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    title: '关注台 FollowDesk',
    icon: place.icon,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: guardedPreferences(place),
  });
  window.once('ready-to-show', () => {
    // Only now: to maximise a hidden window shows it.
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    remembered.write({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  opened(window);
  place.watch(window);
  try {
    await window.loadURL(`${CONSOLE_ORIGIN}/`);
  } catch (cause) {
    // Closed or reloaded by its user before it had loaded, or crashed and about to come back: no failure.
    const interrupted =
      window.isDestroyed() ||
      (cause instanceof Error && /ERR_ABORTED/.test(cause.message)) ||
      window.webContents.isCrashed();
    if (!interrupted) throw new ConsoleMissing(cause);
  }
}

/** Brings a window to the front, whatever state it is in. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Its own file: where a window stood is no setting, and a broken file must not matter. */
function openWindowStore(folder: string) {
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: folder,
    name: 'window',
    clearInvalidConfig: true,
  });
  return {
    read: (): unknown => store.store,
    write(state: Record<string, unknown>): void {
      try {
        store.store = state;
      } catch {
        // A full or read-only disk: the window opens in the middle next time, and quitting goes on.
      }
    },
  };
}
