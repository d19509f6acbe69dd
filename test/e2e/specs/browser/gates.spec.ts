/** Several doors at once: each gate's numbers and the sum of all, live. In the browser only: it is the same page. */
import { seriousViolations } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/test.ts';
import { addEntries, createGatesView, entriesOf } from '../../pages/gates.ts';

test('people pass two gates, and each gate and the sum say how many', async ({ console: desk, phone }) => {
  const { page } = desk;
  await desk.qr.locator('svg').waitFor();
  const [demo] = await entriesOf(page);
  await addEntries(page, demo?.accountId ?? '', ['东门', '西门']);
  const links = new Map((await entriesOf(page)).map(({ name, link }) => [name, link]));
  await page.reload();
  const gates = createGatesView(page);
  await gates.show('入口一览');
  await expect(gates.gates).toHaveCount(3);
  await expect(gates.gate('西门')).toContainText('还没有人扫');

  for (const [gate, person] of [
    ['东门', 'follower'],
    ['西门', 'stranger'],
    ['东门', 'declines'],
  ] as const) {
    const visitor = await phone();
    await visitor.open(links.get(gate) ?? '');
    await visitor.be(person);
    await expect(visitor.heading).toBeVisible();
  }
  await expect(gates.count('东门', 'scanned')).toHaveText('2');
  await expect(gates.count('东门', 'followed')).toHaveText('1');
  await expect(gates.count('东门', 'unknown')).toHaveText('1');
  await expect(gates.count('西门', 'not_followed')).toHaveText('1');
  await expect(gates.count('演示入口 Demo', 'scanned')).toHaveText('0');
  await expect(gates.gate('西门')).toContainText(/最近 \d\d:\d\d:\d\d/);
  for (const [what, total] of Object.entries({ scanned: 3, followed: 1, 'not-followed': 1, unknown: 1 }))
    await expect(desk.count(what)).toHaveText(String(total));
  expect(await seriousViolations(page)).toEqual([]);
  await gates.range('全部时间');
  await expect(desk.count('scanned')).toHaveText('3');

  await gates.gate('西门').getByRole('button', { name: '西门', exact: true }).click();
  await expect(desk.qr).toHaveAttribute('data-link', links.get('西门') ?? '');
  await expect(desk.rowsWith('not_followed')).toHaveCount(1);
  // The way back is where the way there was, and it is remembered.
  await gates.show('入口一览');
  await page.reload();
  await expect(gates.gates).toHaveCount(3);
});
