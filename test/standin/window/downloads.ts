/**
 * Files a page saves: `will-download`, and the bytes where the listener said. Without one Electron asks where to
 * save; nobody is here to answer, so the file is dropped, loudly.
 */
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from '../app/app.ts';
import type { Devtools } from '../chromium/wire.ts';
import { StrictEmitter } from '../strict.ts';
import { session } from './session.ts';

export class DownloadItem extends StrictEmitter {
  readonly #url: string;
  readonly #name: string;
  #savePath = '';

  constructor(url: string, name: string) {
    super('DownloadItem', ['done', 'updated']);
    this.#url = url;
    this.#name = name;
  }
  getURL = (): string => this.#url;
  getFilename = (): string => this.#name;
  setSavePath = (path: string): void => {
    this.#savePath = path;
  };
  getSavePath = (): string => this.#savePath;
}

/** Takes over what Chromium would save. */
export async function interceptDownloads(browser: Devtools): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'electron-standin-'));
  const items = new Map<string, DownloadItem>();
  app.once('quit', () => rmSync(folder, { recursive: true, force: true }));

  browser.on('Browser.downloadWillBegin', ({ guid, url, suggestedFilename }) => {
    const item = new DownloadItem(url, suggestedFilename);
    items.set(guid, item);
    session.defaultSession.emit('will-download', {}, item, null);
  });
  browser.on('Browser.downloadProgress', ({ guid, state }) => {
    const item = items.get(guid);
    if (!item || state === 'inProgress') return;
    items.delete(guid);
    const path = item.getSavePath();
    if (path === '') process.stderr.write('not in the stand-in: asking where to save a download\n');
    else if (state === 'completed') renameSync(join(folder, guid), path);
    item.emit('done', {}, state === 'completed' ? 'completed' : 'cancelled');
  });
  await browser.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  });
}
