/** The two windows: the console, of which there is always one at most, and the board beside it. */
import type { BrowserWindow } from 'electron';
import type { Language } from '#shared/model/host.ts';
import { createBoardWindow } from './board-window.ts';
import { bringForward, openConsoleWindow, type WindowPlace } from './window.ts';

export interface WindowsPlace extends WindowPlace {
  /** Told of the console's window before its page loads, for what holds it open. */
  hold(window: BrowserWindow): void;
}

export interface Windows {
  /** Resolves once the console's page has loaded. @throws ConsoleMissing */
  openConsole(): Promise<void>;
  /** Brings the console forward, or opens it again. @throws ConsoleMissing */
  showConsole(): Promise<void>;
  openBoard(language: Language): void;
}

export function createWindows(place: WindowsPlace): Windows {
  const board = createBoardWindow(place);
  let opened: BrowserWindow | null = null;

  function console(): BrowserWindow | null {
    return opened === null || opened.isDestroyed() ? null : opened;
  }

  async function openConsole(): Promise<void> {
    await openConsoleWindow(place, (window) => {
      opened = window;
      place.hold(window);
      // A board alone would keep an app running that has nothing to be closed by.
      window.on('closed', board.close);
    });
  }

  return {
    openConsole,
    async showConsole() {
      const window = console();
      if (window) bringForward(window);
      else await openConsole();
    },
    openBoard: (language) => board.open(language, console()),
  };
}
