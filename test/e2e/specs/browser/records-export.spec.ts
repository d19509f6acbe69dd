/** What leaves the records: a file that says what the screen says, with whole or masked openids; and a page for print. */
import { readFile } from 'node:fs/promises';
import readSheets from 'read-excel-file/node';
import { scanAs } from '../../fixtures/scan-as.ts';
import { expect, test } from '../../fixtures/test.ts';

interface ExportedScan {
  openid: string;
  verdict: string;
  param: string;
}

test('every format holds the scans of the filter, openids as text, formulas tamed', async ({
  console: desk,
  phone,
}) => {
  const records = await scanAs(desk, phone, ['follower'], '=1+2');
  const contentOf = async (format: RegExp, openids: '完整' | '遮住中间') =>
    readFile(await (await records.export(format, openids)).path());

  const lines = (await contentOf(/^JSON Lines/, '完整')).toString().trim().split('\n');
  expect(lines).toHaveLength(1);
  const scan = JSON.parse(lines[0] ?? '') as ExportedScan;
  expect(scan).toMatchObject({ verdict: 'followed', param: '=1+2' });
  expect(scan.openid).toMatch(/^o[\w-]{20,}$/);

  const csv = await contentOf(/^CSV/, '完整');
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(csv.toString()).toContain(scan.openid);
  expect(csv.toString()).not.toMatch(/(^|,)"?=1/m);

  const [sheet] = await readSheets(await contentOf(/^Excel/, '完整'));
  const [names = [], values = []] = sheet?.data ?? [];
  expect(values[names.indexOf('openid')]).toBe(scan.openid);

  for (const format of [/^JSON Lines/, /^CSV/]) {
    const masked = (await contentOf(format, '遮住中间')).toString();
    expect(masked).toContain('followed');
    expect(masked).not.toContain(scan.openid);
  }
});

test('who was erased is in no export', async ({ console: desk, phone }) => {
  const records = await scanAs(desk, phone, ['follower', 'stranger'], 'seat-7');
  const openid = await records.openidOf(1);
  await records.open(1);
  await records.erase();
  await expect(desk.page.getByText('去掉身份的扫码 1 次')).toBeVisible();
  const lines = (await readFile(await (await records.export(/^JSON Lines/, '完整')).path()))
    .toString()
    .trim()
    .split('\n');
  expect(lines).toHaveLength(2);
  expect(lines.join().includes(openid)).toBe(false);
  const scans = lines.map((line) => JSON.parse(line) as ExportedScan);
  expect(scans.map(({ verdict, param }) => [verdict, param])).toEqual([
    ['not_followed', 'seat-7'],
    ['followed', ''],
  ]);
});

test('an export that is stopped leaves no file', async ({ console: desk, phone }) => {
  const records = await scanAs(desk, phone, ['follower']);
  const { page } = desk;
  await page.route(/exports/, () => undefined);
  const saved: string[] = [];
  page.on('download', (download) => saved.push(download.suggestedFilename()));
  await records.chooseExport(/^CSV/, '完整');
  await records.startExport.click();
  await expect(records.exportDialog.getByText('正在准备…')).toBeVisible();
  await records.exportDialog.getByRole('button', { name: '停止' }).click();
  await expect(records.exportDialog.getByText('已停止，没有保存文件。')).toBeVisible();
  expect(saved).toEqual([]);
  await page.unroute(/exports/);
  const downloading = page.waitForEvent('download');
  await records.startExport.click();
  expect((await downloading).suggestedFilename()).toMatch(/^扫码记录 .*\.csv$/);
});

test('an event is summed up on one page, with its scans on two, openids masked', async ({
  console: desk,
  phone,
}) => {
  const records = await scanAs(desk, phone, ['follower', 'stranger']);
  const openid = await records.openidOf(0);
  const { page } = desk;
  await page.getByRole('button', { name: /活动小结/ }).click();
  await expect(records.paper.getByRole('heading', { level: 1 })).toContainText('扫码小结');
  await expect(records.paper.locator('.chart-bar path').first()).toBeVisible();
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);

  await page.getByText('附最近的扫码').click();
  await page.getByText('附遮住的 openid').click();
  await expect(records.paper.locator('.paper-list tbody tr')).toHaveCount(2);
  await expect(records.paper.locator('.paper-list')).toContainText(openid.slice(-4));
  await expect(records.paper).not.toContainText(openid);
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(2);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(records.paper).toBeVisible();
});

function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
