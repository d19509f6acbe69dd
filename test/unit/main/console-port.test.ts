import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { type ConsolePorts, openConsolePorts } from '#main/console-port.ts';

const logger = { debug() {}, info() {}, warn() {}, error() {} };
const page = { origin: 'followdesk://console', url: 'followdesk://console/', parent: null };

/** A port as main sees it: closing it, from either side, is told once. */
class Port extends EventEmitter {
  closed = false;
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.emit('close');
  }
}

describe('the console’s wire', () => {
  let ipcMain: EventEmitter;
  let served: unknown[];
  let boards: unknown[];
  let consolePorts: ConsolePorts;

  beforeEach(() => {
    ipcMain = new EventEmitter();
    served = [];
    boards = [];
    consolePorts = openConsolePorts({
      ipcMain: ipcMain as unknown as Electron.IpcMain,
      serve: (port) => served.push(port),
      serveBoard: (port) => boards.push(port),
      logger,
    });
  });

  function connect(senderFrame: object | null, sender = 1): Port {
    const port = new Port();
    ipcMain.emit('followdesk:connect', { senderFrame, sender: { id: sender }, ports: [port] });
    return port;
  }

  it('is served to our own page', () => {
    const port = connect(page);
    expect(served).toEqual([port]);
    expect(port.closed).toBe(false);
  });

  it('is no more than the board’s to the board’s page', () => {
    const port = connect({ ...page, url: 'followdesk://console/board.html#lang=en' });
    expect([served, boards]).toEqual([[], [port]]);
  });

  it.each([
    ['a foreign page', { ...page, origin: 'https://example.com', url: 'https://example.com/' }],
    ['a frame in our page', { ...page, parent: page }],
    ['a frame that is gone', null],
  ])('is refused to %s', (_name, frame) => {
    expect(connect(frame).closed).toBe(true);
    expect(served).toEqual([]);
  });

  it('is replaced when the page reloads, and kept when another window asks', () => {
    const first = connect(page, 1);
    const other = connect(page, 2);
    const second = connect(page, 1);
    expect([first.closed, second.closed, other.closed]).toEqual([true, false, false]);
  });

  it('ignores a message without a port', () => {
    ipcMain.emit('followdesk:connect', { senderFrame: page, sender: { id: 1 }, ports: [] });
    expect(served).toEqual([]);
  });

  it('is closed for all at the end, and nobody gets another', () => {
    const ports = [connect(page, 1), connect(page, 2)];
    consolePorts.close();
    expect(ports.map((port) => port.closed)).toEqual([true, true]);
    connect(page, 1);
    expect(served).toHaveLength(2);
  });
});
