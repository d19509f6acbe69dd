/**
 * A folder that electron-builder takes for Electron's runtime on Linux: everything is there and nothing runs. With it
 * the real packaging goes all the way to the unpacked app on a machine that cannot download Electron.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @see https://github.com/electron/fuses: a mark, the format's version, how many fuses, and one byte for each. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES_AS_DELIVERED = '10110001';

export function writeEmptyRuntime(folder: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  for (const language of ['de', 'en-US', 'zh-CN', 'zh-TW']) {
    writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  }
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'version']) {
    writeFileSync(join(folder, name), name);
  }
  const fuses = Buffer.from([1, FUSES_AS_DELIVERED.length]);
  const executable = ['empty\n', FUSE_MARK, fuses, FUSES_AS_DELIVERED, '\nempty'];
  writeFileSync(join(folder, 'electron'), Buffer.concat(executable.map((part) => Buffer.from(part))), {
    mode: 0o755,
  });
  return folder;
}
