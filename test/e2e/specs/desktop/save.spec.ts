/** Saving the code: a file where the operator wants it, that scans like the screen. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../../fixtures/desktop.ts';
import { readCode } from '../../pages/camera.ts';

test('the code is saved as SVG and as PNG', async ({ desktop: { app, page }, console: desk, folder }) => {
  const link = await desk.scanFromScreen();
  // In the place of the system's save dialog.
  const saved = await app.evaluateHandle(({ session }, place) => {
    const done: string[] = [];
    session.defaultSession.on('will-download', (_event, item) => {
      item.setSavePath(`${place}/${item.getFilename()}`);
      item.once('done', (_done, state) => done.push(`${item.getFilename()} ${state}`));
    });
    return done;
  }, folder);
  await page.getByRole('button', { name: /PNG/ }).click();
  await expect.poll(() => saved.jsonValue()).toEqual(['演示入口 Demo.png completed']);
  await page.getByRole('button', { name: /SVG/ }).click();
  await expect.poll(() => saved.jsonValue()).toHaveLength(2);
  expect(readCode(readFileSync(join(folder, '演示入口 Demo.png')))).toBe(link);
  expect(readFileSync(join(folder, '演示入口 Demo.svg'), 'utf8')).toMatch(/^<svg .*<path d="/s);
});
