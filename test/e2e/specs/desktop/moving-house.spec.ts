/** From the desktop to a server: the exported file is saved like any other, and the server's scans work with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeTests } from '@playwright/test';
import { test as desktopTest } from '../../fixtures/desktop.ts';
import { expect, test as machineTest } from '../../fixtures/machines.ts';
import { openDoor } from '../../fixtures/wechat.ts';
import { APP_SECRET } from '../../pages/accounts.ts';
import { createSettingsScreen } from '../../pages/settings.ts';

const test = mergeTests(desktopTest, machineTest);
const PASSWORD = '门口的小店 2026';

test.use({ sandbox: false });

test('what was set up on the desktop goes on where there is none', async ({
  desktop: { app, page },
  console: desk,
  folder,
  machine,
  wechat,
  phone,
}) => {
  await openDoor(desk, wechat);
  const code = new URL(await desk.scanFromScreen());
  // In the place of the system's save dialog.
  const saved = await app.evaluateHandle(({ session }, place) => {
    const done: string[] = [];
    session.defaultSession.on('will-download', (_event, item) => {
      item.setSavePath(`${place}/${item.getFilename()}`);
      item.once('done', (_done, state) => done.push(`${state} ${item.getFilename()}`));
    });
    return done;
  }, folder);
  await desk.open('settings');
  const here = createSettingsScreen(page);
  await here.typePassword(PASSWORD);
  await here.exportFile.click();
  await expect.poll(() => saved.jsonValue()).toEqual([expect.stringMatching(/^completed .*\.followdesk$/)]);
  const [name = ''] = await saved.jsonValue();
  const text = readFileSync(join(folder, name.replace('completed ', '')), 'utf8');
  expect(text).not.toContain(APP_SECRET);

  const server = await machine();
  await server.console.open('settings');
  const there = createSettingsScreen(server.console.page);
  await there.chooseFile(text);
  await there.lookInside(PASSWORD);
  await there.import();
  await expect(there.importing.getByText(/^已导入。/)).toBeVisible();
  const visitor = await phone();
  await visitor.open(server.host.callbackUrl + code.pathname);
  await visitor.be('follower');
  await server.console.open('desk');
  await expect(server.console.rowsWith('followed')).toHaveCount(1);
});
