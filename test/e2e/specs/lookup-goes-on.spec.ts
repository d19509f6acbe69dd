/** A long look-up: limited by WeChat, paused, ended with the host and gone on with; nobody is asked about twice. */
import type { Simulator } from '#simulator/platform.ts';
import { test as base, expect } from '../fixtures/test.ts';
import { useWeChat } from '../fixtures/wechat.ts';
import { createAccountsScreen } from '../pages/accounts.ts';
import type { Console } from '../pages/console.ts';
import { createLookupScreen } from '../pages/lookup.ts';

const test = base.extend<{ wechat: Simulator }>({ sandbox: false, wechat: useWeChat });

const BATCH = '/cgi-bin/user/info/batchget';

async function startMany(desk: Console, wechat: Simulator, openids: readonly string[]) {
  await desk.open('accounts');
  const accounts = createAccountsScreen(desk.page);
  await accounts.add(wechat.url);
  await expect(accounts.works).toBeVisible();
  await desk.open('lookup');
  const lookup = createLookupScreen(desk.page);
  await lookup.paste(openids.join('\n'));
  await expect(lookup.start).toBeEnabled();
  await desk.page.keyboard.press('Control+Enter');
  return lookup;
}

test('10,000 openids in a hundred calls, whatever stops them on the way', async ({
  console: desk,
  wechat,
  running,
}) => {
  test.slow();
  const crowd = wechat.people.addMany(10_000);
  // Slow enough for a person to press pause.
  wechat.faults.on('slow', { paths: [BATCH], value: 100 });
  let lookup = await startMany(desk, wechat, crowd);

  await test.step('paused, it stands still', async () => {
    await expect(lookup.rows.first()).toHaveAttribute('data-verdict', 'followed');
    await lookup.pause.click();
    await expect(lookup.resume).toBeVisible();
    await expect(lookup.progress).toContainText('不会重复问');
  });

  await test.step('the minute’s limit is waited for, and told as that', async () => {
    wechat.faults.answer({ path: BATCH, errcode: 45011 });
    await lookup.resume.click();
    await expect(lookup.progress.getByRole('alert')).toContainText(/\d\d:\d\d:\d\d 自动继续/);
    await expect(lookup.progress.getByRole('alert')).toContainText('每分钟');
    wechat.faults.off('answer');
    await lookup.tryNow.click();
    await expect(lookup.progress).toContainText('每秒');
  });

  await test.step('ended with the host, it is in the history and goes on from there', async () => {
    const again = await running.restart();
    await again.open('lookup');
    lookup = createLookupScreen(again.page);
    await expect(lookup.history).toHaveCount(1);
    await expect(lookup.history).toContainText('10,000 个 openid');
    await expect(lookup.history).toContainText('已暂停');
    await lookup.history.getByRole('link').click();
    wechat.faults.off();
    await lookup.resume.click();
    await expect(lookup.progress).toBeHidden({ timeout: 60_000 });
  });

  await test.step('everybody is there, in order, and was asked about once', async () => {
    await lookup.filter(/未关注 5,000/);
    await expect(lookup.rows.first()).toBeVisible();
    await lookup.filter(/全部 10,000/);
    await lookup.rows.first().getByRole('button').last().focus();
    await lookup.page.keyboard.press('End');
    await expect(lookup.row(10_000)).toContainText('10,000');
    await expect(lookup.row(10_000)).toContainText((crowd.at(-1) ?? '').slice(-4));
    // Two hundreds were refused at once by the minute's limit.
    expect(wechat.calls.count(BATCH)).toBeLessThanOrEqual(100 + 2);
  });
});

test('what is canceled keeps its answers; the history opens it again and lets it go', async ({
  console: desk,
  wechat,
}) => {
  const crowd = wechat.people.addMany(1_000);
  wechat.faults.on('slow', { paths: [BATCH], value: 300 });
  const lookup = await startMany(desk, wechat, crowd);
  await expect(lookup.rows.first()).toBeVisible();
  await lookup.cancel.click();
  await expect(desk.page.getByText('这次查询已取消')).toBeVisible();
  await lookup.toHistory();
  await expect(lookup.history).toHaveCount(1);
  await expect(lookup.history).toContainText('已取消');
  await lookup.history.getByRole('link').click();
  await expect(lookup.rows.first()).toHaveAttribute('data-verdict', 'followed');
  await expect(lookup.resume).toBeHidden();
  await lookup.toHistory();
  await lookup.remove(lookup.history);
  await expect(lookup.history).toHaveCount(0);
  await expect(desk.page.getByText('看看谁关注了')).toBeVisible();
});

test('an AppSecret that WeChat refuses stops it with a remedy, and it goes on when that is mended', async ({
  console: desk,
  wechat,
}) => {
  const crowd = wechat.people.addMany(150);
  wechat.faults.answer({ path: BATCH, errcode: 40125 });
  const lookup = await startMany(desk, wechat, crowd);
  const alert = lookup.progress.getByRole('alert');
  await expect(alert).toContainText('40125');
  await expect(alert.getByRole('link')).toBeVisible();
  wechat.faults.off();
  await lookup.resume.click();
  await expect(lookup.progress).toBeHidden();
  await expect(lookup.rows.first()).toHaveAttribute('data-verdict', 'followed');
});
