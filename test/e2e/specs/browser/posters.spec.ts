/**
 * From a pattern to paper: what hangs on the wall is what a camera reads, each code its own gate's. In the browser
 * only: on the desktop a file is saved as in desktop/save.spec.ts.
 */
import { readFileSync } from 'node:fs';
import { seriousViolations } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/test.ts';
import { createBulkDialog, entriesOf } from '../../pages/gates.ts';
import { codesOn, createPostersScreen } from '../../pages/posters.ts';

test('six gates are made at once, and a sheet of posters has the short link of each', async ({
  console: desk,
  running,
}) => {
  const bulk = createBulkDialog(desk.page);
  await desk.page.getByRole('button', { name: '入口操作' }).click();
  await desk.page.getByRole('menuitem', { name: '批量新建入口' }).click();
  await bulk.byList.click();
  await bulk.list.fill('大门\n大门\n演示入口 Demo');
  await expect(bulk.rows.nth(1)).toContainText('与第 1 行重复');
  await expect(bulk.rows.nth(2)).toContainText('已有同名入口');
  await expect(bulk.create).toBeDisabled();
  expect(await seriousViolations(desk.page)).toEqual([]);
  await bulk.dialog.getByText('按规律').click();
  await bulk.count.fill('6');
  await expect(bulk.rows).toHaveCount(6);
  await bulk.create.click();
  await bulk.makePosters.click();

  const posters = createPostersScreen(desk.page);
  await posters.entry('演示入口 Demo').uncheck();
  await posters.perSheet(12).click();
  await expect(posters.sheetCount).toHaveText('第 1 / 1 张');
  // Only this computer can open the sandbox's codes: that is on the sheet, too.
  await expect(posters.sheets.getByRole('alert')).toContainText('手机扫了打不开');
  await expect(posters.preview).toContainText('试印');
  expect(await seriousViolations(desk.page)).toEqual([]);

  const sheet = readFileSync(await running.save(() => posters.save('PNG').click()));
  const gates = (await entriesOf(desk.page)).filter(({ name }) => name !== '演示入口 Demo');
  expect(gates.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5, 6].map((number) => `入口 ${number}`));
  expect(codesOn(sheet, 12, 6)).toEqual(gates.map(({ link }) => link));

  const pdf = readFileSync(await running.save(() => posters.save('PDF').click()), 'latin1');
  expect(pdf).toMatch(/^%PDF-1\.4\n[\s\S]*\/Count 1 [\s\S]*%%EOF\n$/);
});
