/** What the records are narrowed down to shows the same in the numbers, the drawings and the list. */
import { scanAs } from '../fixtures/scan-as.ts';
import { expect, test } from '../fixtures/test.ts';

test('filters combine, and one person is looked for without being shown', async ({
  console: desk,
  phone,
}) => {
  const records = await scanAs(desk, phone, ['follower', 'stranger', 'declines', 'follower']);
  const openid = await records.openidOf(0);
  expect(openid).toMatch(/^o[\w-]{20,}$/);

  await records.choose('未知的原因', '访客没有同意授权');
  await expect(records.rows).toHaveCount(1);
  await expect(records.total('scanned')).toHaveText('1');
  await expect(records.total('unknown')).toHaveText('1');
  await desk.page.getByRole('button', { name: '清除筛选' }).click();
  await expect(records.rows).toHaveCount(4);

  await records.look(openid);
  await expect(records.rows).toHaveCount(2);
  await records.choose('结果', '已关注');
  await expect(records.rows).toHaveCount(2);
  expect((await desk.page.content()).includes(openid)).toBe(false);
  await records.choose('结果', '未关注');
  await expect(desk.page.getByText('没有符合条件的扫码')).toBeVisible();
  await desk.page.reload();
  await expect(desk.page.getByText('没有符合条件的扫码')).toBeVisible();
  await records.everybody.click();
  await expect(records.rows).toHaveCount(1);
});

test('the drawings say it as tables too, by the minute and by entry', async ({ console: desk, phone }) => {
  await scanAs(desk, phone, ['follower', 'stranger']);
  await desk.open('desk');
  await desk.page.getByRole('button', { name: '新建入口' }).click();
  await desk.page.getByRole('textbox', { name: '名称' }).fill('东门');
  await desk.page.getByRole('button', { name: '创建', exact: true }).click();
  await expect(desk.page.getByRole('dialog')).toBeHidden();
  await expect(desk.page.getByText('东门').first()).toBeVisible();
  const records = await scanAs(desk, phone, ['follower']);

  await expect(records.chart('扫码数').locator('.chart-bar path').first()).toBeVisible();
  await expect(records.chart('关注率变化')).toContainText('整体 66.7%');
  await expect(records.chart('按入口').locator('.chart-drawing')).toContainText('东门');
  await records.asTables();
  const row = records.chart('按入口').getByRole('row', { name: /东门/ });
  await expect(row.getByRole('cell')).toHaveText(['1', '1', '0', '0', '100%']);
  const scanned = await records.chart('扫码数').locator('tbody tr td:nth-child(2)').allInnerTexts();
  expect(scanned.reduce((sum, count) => sum + Number(count), 0)).toBe(3);

  await records.choose('入口', '东门');
  await expect(records.total('scanned')).toHaveText('1');
  await expect(records.chart('按入口')).toBeHidden();
});
