/** What leaves the records: a file with whole or masked openids, and a page for print without any. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '../../fixtures/test.ts';
import { createRecordsScreen } from '../../pages/records.ts';

test('scans are exported as they are, or masked, and summed up on paper', async ({
  console: desk,
  phone,
}) => {
  const visitor = await phone();
  await visitor.open(await desk.scanFromScreen());
  await visitor.be('follower');
  await expect(visitor.heading).toBeVisible();
  await desk.open('records');
  const records = createRecordsScreen(desk.page);
  await expect(records.rows).toHaveCount(1);

  const whole = await records.export(/JSONL/, '完整');
  const scan = JSON.parse(await readFile(await whole.path(), 'utf8')) as { openid: string; verdict: string };
  expect(scan.verdict).toBe('followed');
  expect(scan.openid).toMatch(/^o[\w-]{20,}$/);

  const masked = await readFile(await (await records.export(/CSV/, '遮住中间')).path(), 'utf8');
  expect(masked).not.toContain(scan.openid);
  expect(masked.trim().split('\n')).toHaveLength(2);

  await desk.page.getByRole('link', { name: /活动小结/ }).click();
  await expect(records.paper.getByRole('heading', { level: 1 })).toContainText('扫码小结');
  await desk.page.getByText('附最近的扫码').click();
  await desk.page.getByText('附遮住的 openid').click();
  await expect(records.paper.locator('tbody tr')).not.toHaveCount(0);
  await expect(records.paper).not.toContainText(scan.openid);
  await desk.page.emulateMedia({ media: 'print' });
  await expect(desk.page.getByRole('navigation')).toBeHidden();
  await expect(records.paper).toBeVisible();
});
