/** Quitting: the door closes first, the database last, and nothing keeps running. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { processGroup } from '../../../support/processes.ts';
import { expect, test } from '../../fixtures/desktop.ts';

test('the callback server closes, then the database, and no process is left', async ({
  desktop,
  console: desk,
  phone,
  folder,
}) => {
  const link = new URL(await desk.scanFromScreen());
  const visitor = await phone();
  await visitor.open(link.href);
  await visitor.be('follower');
  await expect(desk.rows).toHaveCount(1);

  const closings = join(folder, 'closings.txt');
  await desktop.app.evaluate((_electron, file) => {
    const { appendFileSync } = process.getBuiltinModule('node:fs');
    const { Server } = process.getBuiltinModule('node:http');
    const { DatabaseSync: Database } = process.getBuiltinModule('node:sqlite');
    const closeServer = Server.prototype.close;
    Server.prototype.close = function close(...args) {
      const address = this.address();
      const port = typeof address === 'object' ? address?.port : address;
      this.once('close', () => appendFileSync(file, `port ${port}\n`));
      return closeServer.apply(this, args);
    };
    const closeDatabase = Database.prototype.close;
    Database.prototype.close = function close() {
      closeDatabase.apply(this);
      appendFileSync(file, 'database\n');
    };
  }, closings);

  const { pid = 0 } = desktop.process;
  expect(processGroup(pid)).not.toEqual([]);
  expect(await desktop.quit()).toBe(0);

  const closed = readFileSync(closings, 'utf8').trim().split('\n');
  expect(closed).toContain(`port ${link.port}`);
  expect(closed.at(-1)).toBe('database');
  expect(closed.filter((line) => line === 'database')).toHaveLength(1);
  await expect(fetch(`${link.origin}/healthz`)).rejects.toThrow();
  expect(existsSync(join(folder, 'scans.db-wal'))).toBe(false);
  const database = new DatabaseSync(join(folder, 'scans.db'));
  expect(database.prepare('SELECT verdict FROM scans').all()).toEqual([{ verdict: 'followed' }]);
  database.close();
  await expect.poll(() => processGroup(pid)).toEqual([]);
});

test('closing the last window quits', async ({ desktop, console: desk }) => {
  test.skip(process.platform === 'darwin', 'on macOS an app stays when its windows are closed');
  await expect(desk.qr).toBeVisible();
  const ended = once(desktop.process, 'exit');
  await desk.page.close();
  expect((await ended)[0]).toBe(0);
});
