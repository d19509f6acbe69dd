/**
 * Gives the console its one wire to the router. The rule: only the top frame of our own page gets one, one per
 * page at a time, and a page that reloads or goes away takes its wire with it.
 * @see https://www.electronjs.org/docs/latest/tutorial/security#17-validate-the-sender-of-all-ipc-messages
 */
import type { IpcMain, IpcMainEvent, MessagePortMain } from 'electron';
import type { Logger } from '#core/environment.ts';
import { isBoardUrl, isConsoleFrame } from './navigation.ts';

/** The preload forwards the page's port on this channel. */
const CHANNEL = 'followdesk:connect';

export interface ConsolePorts {
  /** Closes every wire; pages that ask again get none. */
  close(): void;
}

export function openConsolePorts(dependencies: {
  ipcMain: Pick<IpcMain, 'on' | 'off'>;
  /** Starts a port and answers the contract on it. */
  serve(port: MessagePortMain): void;
  /** The same for the board's page, which may ask for the board only. */
  serveBoard(port: MessagePortMain): void;
  logger: Logger;
}): ConsolePorts {
  const { ipcMain, serve, serveBoard, logger } = dependencies;
  const ports = new Map<number, MessagePortMain>();

  function connect(event: IpcMainEvent): void {
    const [port] = event.ports;
    if (port === undefined) return;
    if (!isConsoleFrame(event.senderFrame)) {
      logger.warn({ origin: event.senderFrame?.origin ?? null }, 'a foreign frame asked for the console');
      port.close();
      return;
    }
    const page = event.sender.id;
    ports.get(page)?.close();
    ports.set(page, port);
    port.once('close', () => {
      if (ports.get(page) === port) ports.delete(page);
    });
    if (isBoardUrl(event.senderFrame?.url ?? '')) serveBoard(port);
    else serve(port);
  }

  ipcMain.on(CHANNEL, connect);
  return {
    close() {
      ipcMain.off(CHANNEL, connect);
      for (const port of ports.values()) port.close();
      ports.clear();
    },
  };
}
