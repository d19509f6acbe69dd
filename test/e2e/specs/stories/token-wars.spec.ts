/** Story 3, errcode 40001: another system fetches the same account's token, and each throws the other out. */
import type { Page } from '@playwright/test';
import type { Simulator } from '#simulator/platform.ts';
import { test as base, expect } from '../../fixtures/test.ts';
import { useWeChat } from '../../fixtures/wechat.ts';
import { createAccountsScreen } from '../../pages/accounts.ts';

const test = base.extend<{ wechat: Simulator }>({ sandbox: false, wechat: useWeChat });

test('visitors are still answered, the other system is told of, and one click ends the war', async ({
  console: desk,
  wechat,
  phone,
}) => {
  test.slow();
  const accounts = createAccountsScreen(desk.page);
  const { guard, switchToStable } = accounts.token('晨光书店');
  const notice = desk.page.getByText('有别的系统动了某个公众号的 access_token');
  const taken = guard.getByText(/^大约 .*，有别的系统获取了这个公众号的 access_token$/);

  async function scan(): Promise<void> {
    const visitor = await phone();
    await visitor.open(await desk.scanFromScreen());
    await visitor.be('follower');
    await expect(visitor.verdict).toHaveAttribute('data-verdict', 'followed');
  }

  await test.step('an account that still uses the classic interface', async () => {
    await desk.open('accounts');
    await accounts.add(wechat.url);
    await expect(accounts.works).toBeVisible();
    await accounts.edit();
    await accounts.chooseTokenMode('classic');
    await accounts.save();
    await expect(guard).toContainText('普通接口');
    await desk.open('desk');
    await desk.page.getByRole('button', { name: /创建入口/ }).click();
    await scan();
    await desk.open('accounts');
    // A token that dies in its first ten seconds proves nothing about others.
    await expect(guard).toContainText(/\d\d 秒前获取/);
    await expect(taken).toHaveCount(0);
  });

  await test.step('another system fetches: the next visitor is answered all the same', async () => {
    wechat.fetchToken({ mode: 'classic', overlapSeconds: 0 });
    await desk.open('desk');
    await scan();
    await expect(desk.rowsWith('followed')).toHaveCount(2);
    await expect(desk.rows).toHaveCount(2);
  });

  await test.step('said on every screen; the card tells about when', async () => {
    await expect(notice).toBeVisible();
    await desk.page.getByRole('link', { name: '去看看' }).click();
    await expect(taken).toBeInViewport();
    const told = /(\d\d:\d\d)/.exec((await taken.textContent()) ?? '')?.[1];
    expect(await lastMinutes(desk.page)).toContain(told);
  });

  await test.step('one click: the other system may go on, and nobody is thrown out', async () => {
    await switchToStable.click();
    await expect(guard).toContainText('稳定版接口');
    await expect(taken).toHaveCount(0);
    await expect(notice).toHaveCount(0);
    wechat.fetchToken({ mode: 'classic', overlapSeconds: 0 });
    await desk.open('desk');
    await scan();
    await expect(desk.rowsWith('followed')).toHaveCount(3);
    await expect(notice).toHaveCount(0);
  });
});

/** The last three minutes as the page's clock writes them. */
function lastMinutes(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [0, 1, 2].map((ago) => new Date(Date.now() - ago * 60_000).toTimeString().slice(0, 5)),
  );
}
