/** The token guard: other systems read the token with a key of their own, and forcing a new one is no accident. */
import { expect, giveAccount, test } from '../../fixtures/machines.ts';
import { tokenInForce } from '../../fixtures/wechat.ts';
import { APP_SECRET, createAccountsScreen } from '../../pages/accounts.ts';

test('the token service: opened, used with the key that is shown once, closed', async ({
  machine,
  wechat,
}) => {
  const { host, console: desk } = await machine();
  const { accountId } = await giveAccount({ host }, wechat);
  const address = `${host.consoleUrl}/api/accounts/${accountId}/token?reveal`;
  const ask = (key: string) => fetch(address, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask(host.consoleToken)).status).toBe(403);

  await desk.open('accounts');
  const accounts = createAccountsScreen(desk.page);
  const { guard, letOthersRead } = accounts.token('晨光书店');
  await expect(guard).toContainText('其他系统现在读不到这里的 access_token。');
  await letOthersRead.click();
  const key = (await accounts.serviceKey.textContent()) ?? '';
  const dialog = desk.page.getByRole('dialog');
  await expect(dialog).toContainText('密钥只显示这一次');
  await expect(dialog).toContainText(address);

  const answer = await ask(key);
  expect(answer.status).toBe(200);
  const { access_token, expires_in } = await answer.json();
  expect(access_token).toBe(tokenInForce(wechat));
  expect(expires_in).toBeGreaterThan(3600);
  // The key opens the token and nothing else.
  const list = await fetch(`${host.consoleUrl}/api/accounts`, {
    headers: { authorization: `Bearer ${key}` },
  });
  expect(list.status).toBe(401);

  await dialog.getByRole('button', { name: '已经复制' }).click();
  await expect(dialog).toBeHidden();
  await desk.page.reload();
  await expect(guard).toContainText('其他系统可以凭密钥读取。');
  const page = await desk.page.content();
  for (const secret of [key, access_token, APP_SECRET]) expect(page).not.toContain(secret);

  await guard.getByRole('button', { name: /：停止$/ }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: '停止' }).click();
  await expect(guard).toContainText('其他系统现在读不到这里的 access_token。');
  expect((await ask(key)).status).toBe(401);
});

test('a forced refresh says whom it hurts first, and cannot be had again at once', async ({
  machine,
  wechat,
}) => {
  const { host, console: desk } = await machine();
  await giveAccount({ host }, wechat);
  await desk.open('accounts');
  const accounts = createAccountsScreen(desk.page);
  const { guard, refresh, force, confirmForce } = accounts.token('晨光书店');
  await refresh.click();
  await expect(guard).toContainText('还剩');
  const before = tokenInForce(wechat);

  await force.click();
  const dialog = desk.page.getByRole('dialog');
  await expect(dialog).toContainText('正在使用它的其他系统会立刻被微信拒绝');
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toBeHidden();
  expect(tokenInForce(wechat)).toBe(before);

  await force.click();
  await confirmForce.click();
  await expect(guard).toContainText('已换新，有效至');
  await expect(guard).toContainText('1 / 20');
  expect(tokenInForce(wechat)).not.toBe(before);
  await expect(force).toBeDisabled();
  await expect(guard).toContainText(/\d+ 秒后可以再次强制/);
});
