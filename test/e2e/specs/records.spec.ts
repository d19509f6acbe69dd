/** After the scans: found again, filtered, taken out of the count and put back, noted, forgotten. */
import { scanAs } from '../fixtures/scan-as.ts';
import { expect, test } from '../fixtures/test.ts';

test('filters are kept by the address: a reload and Back show the same', async ({ console: desk, phone }) => {
  const records = await scanAs(desk, phone, ['follower', 'stranger', 'declines']);
  await expect(records.rows).toHaveCount(3);
  await records.choose('结果', '未关注');
  await expect(records.rows).toHaveCount(1);
  await records.choose('结果', '未知');
  await expect(records.rows).toHaveCount(1);
  await desk.page.reload();
  await expect(records.total('unknown')).toHaveText('1');
  await expect(records.rows).toHaveCount(1);
  await desk.page.goBack();
  await expect(records.total('not_followed')).toHaveText('1');
  await desk.page.goBack();
  await expect(records.rows).toHaveCount(3);
  await records.period('昨天');
  await expect(records.rows).toHaveCount(0);
  await expect(desk.page.getByText('这段时间没有扫码')).toBeVisible();
});

test('an annulled scan stays on record and counts nowhere until it is put back', async ({
  console: desk,
  phone,
}) => {
  const records = await scanAs(desk, phone, ['follower', 'stranger']);
  await expect(records.total('rate')).toHaveText('50%');
  await records.open(0);
  await records.annul('工作人员');
  await expect(records.details).toContainText('工作人员');
  await expect(records.total('scanned')).toHaveText('1');
  await expect(records.total('annulled')).toHaveText('1');
  await expect(records.total('rate')).toHaveText('100%');
  await expect(records.rows.first()).toHaveAttribute('data-annulled', 'true');
  await expect(records.rows).toHaveCount(2);
  await records.reinstate();
  await expect(records.total('scanned')).toHaveText('2');
  await expect(records.total('annulled')).toHaveText('0');
});

test('a visitor who comes again is told so, has a note, and can be forgotten', async ({
  console: desk,
  phone,
}) => {
  const records = await scanAs(desk, phone, ['follower', 'follower']);
  await expect(records.rows).toHaveCount(2);
  await expect(records.rows.first()).toContainText('首次');
  await records.open(0);
  await records.note('老朋友');
  await expect(records.details.getByRole('textbox', { name: '附注' })).toHaveValue('老朋友');
  await records.close();
  await records.open(1);
  await expect(records.details.getByRole('textbox', { name: '附注' })).toHaveValue('老朋友');
  await records.erase();
  await expect(records.rows.first()).toContainText('没有得到');
  await expect(records.rows.nth(1)).toContainText('没有得到');
  await expect(records.total('followed')).toHaveText('2');
});

test('a new scan moves nothing under the eyes of who reads', async ({ console: desk, phone }) => {
  const records = await scanAs(desk, phone, ['stranger']);
  await expect(records.rows).toHaveCount(1);
  const first = await records.rows.first().getAttribute('data-id');
  await desk.open('desk');
  const link = await desk.scanFromScreen();
  await desk.open('records');
  await expect(records.rows).toHaveCount(1);
  const visitor = await phone();
  await visitor.open(link);
  await visitor.be('follower');
  await records.newer.click();
  await expect(records.rows).toHaveCount(2);
  await expect(records.rows.nth(1)).toHaveAttribute('data-id', first ?? '');
});
