/**
 * A packaged desktop as electron-updater sees it: Electron's own module is replaced by as much of it as an update
 * check touches, and the operator asks once and says no. Run by itself, with the resources folder as its argument;
 * prints the boxes that were shown.
 */
import { EventEmitter } from 'node:events';
import { request } from 'node:http';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import type { App, MessageBoxOptions } from 'electron';

const [, , folder = ''] = process.argv;
const app = Object.assign(new EventEmitter(), {
  isPackaged: true,
  getVersion: () => '0.1.0',
  getName: () => 'FollowDesk',
  getPath: () => folder,
  getAppPath: () => folder,
  whenReady: async () => undefined,
});
const electron = {
  app,
  autoUpdater: new EventEmitter(),
  net: { request },
  session: { fromPartition: () => null },
};
Object.assign(globalThis, { electronForTest: electron });
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: 'test:electron', format: 'commonjs', shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === 'test:electron'
      ? { source: 'module.exports = globalThis.electronForTest', format: 'commonjs', shortCircuit: true }
      : next(url, context),
});
Object.defineProperty(process, 'resourcesPath', { value: join(folder, 'resources') });

const { openUpdates } = await import('#main/updates.ts');
const boxes: MessageBoxOptions[] = [];
const lines: string[] = [];
function write(facts: object, message: string): void {
  lines.push(`${message} ${JSON.stringify(facts)}`);
}
const updates = openUpdates({
  app: app as unknown as App,
  language: () => 'en',
  logger: { debug: write, info: write, warn: write, error: write },
  async ask(box) {
    boxes.push(box);
    return { response: box.cancelId ?? -1 };
  },
});
await updates.checkNow();
updates.close();
console.log(
  JSON.stringify({ possible: updates.possible, boxes: boxes.map(({ message }) => message), lines }),
);
