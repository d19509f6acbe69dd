/**
 * The board's window: on the projector where there is one, filling it, and kept awake while it is open. One at a
 * time; opened again it comes forward.
 */
import { BrowserWindow, powerSaveBlocker, screen } from 'electron';
import type { Language } from '#shared/model/host.ts';
import { guardedPreferences } from './guards.ts';
import { BOARD_ADDRESS } from './navigation.ts';
import { bringForward } from './window.ts';

export interface BoardPlace {
  preload: string;
  icon: string;
  packaged: boolean;
  /** Called before the page loads, for whatever watches over it. */
  watch(window: BrowserWindow): void;
}

const USUAL = { width: 1280, height: 720 };
/** The board's own ground. */
const BACKGROUND = '#0e1311';

/** `beside`: the console's window, whose display the board leaves alone when there is another. */
export function createBoardWindow(place: BoardPlace) {
  let opened: BrowserWindow | null = null;

  return {
    open(language: Language, beside: BrowserWindow | null): void {
      if (opened !== null) {
        bringForward(opened);
        return;
      }
      const projector = otherDisplay(beside);
      const window = new BrowserWindow({
        ...(projector ? { ...projector.workArea, fullscreen: true } : USUAL),
        title: '关注台 FollowDesk',
        icon: place.icon,
        autoHideMenuBar: true,
        backgroundColor: BACKGROUND,
        webPreferences: guardedPreferences(place),
      });
      const awake = powerSaveBlocker.start('prevent-display-sleep');
      window.on('closed', () => {
        powerSaveBlocker.stop(awake);
        opened = null;
      });
      opened = window;
      place.watch(window);
      // A page that does not load is brought back, or explained, by whoever watches over it.
      void window.loadURL(`${BOARD_ADDRESS}#lang=${language}`).catch(() => undefined);
    },
    close: () => opened?.close(),
  };
}

function otherDisplay(beside: BrowserWindow | null): Electron.Display | undefined {
  const home = beside === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching(beside.getBounds());
  return screen.getAllDisplays().find(({ id }) => id !== home.id);
}
