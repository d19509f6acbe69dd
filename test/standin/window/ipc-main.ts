/** `ipcMain`: channels that pages send to, and questions they ask. */
import { EventEmitter } from 'node:events';
import { strict } from '../strict.ts';

export type InvokeHandler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;

class IpcMain extends EventEmitter {
  readonly _handlers = new Map<string, InvokeHandler>();

  handle = (channel: string, handler: InvokeHandler): void => {
    if (this._handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this._handlers.set(channel, handler);
  };
  removeHandler = (channel: string): void => {
    this._handlers.delete(channel);
  };
}

/** Not a strict emitter: its events are the app's own channels. */
export const ipcMain = strict('ipcMain', new IpcMain());
