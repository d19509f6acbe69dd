/** Story 4, errcode 40163: a code works once. One visitor is one scan, and who really lost theirs scans again. */
import type { Simulator } from '#simulator/platform.ts';
import { test as base, expect } from '../../fixtures/test.ts';
import { openDoor, useWeChat } from '../../fixtures/wechat.ts';
import { APP_ID, APP_SECRET } from '../../pages/accounts.ts';

const EXCHANGE = '/sns/oauth2/access_token';

const test = base.extend<{ wechat: Simulator }>({ sandbox: false, wechat: useWeChat });

test('a visit that calls twice, or loses an answer on the way, is one scan with a verdict', async ({
  console: desk,
  wechat,
  phone,
}) => {
  await openDoor(desk, wechat);

  await test.step('Android calls back twice, each time with another code', async () => {
    wechat.faults.on('doubleCallback');
    const visitor = await phone();
    await visitor.open(await desk.scanFromScreen());
    await visitor.be('follower');
    await expect(visitor.verdict).toHaveAttribute('data-verdict', 'followed');
    await expect(desk.rowsWith('followed')).toContainText('×2');
    await expect(desk.rows).toHaveCount(1);
    await expect(desk.count('scanned')).toHaveText('1');
    expect(wechat.calls.count(EXCHANGE)).toBe(2);
  });

  await test.step('the answer about following is lost, and asked for again by itself', async () => {
    wechat.faults.off();
    wechat.faults.on('lostAnswer', { times: 1, paths: ['/cgi-bin/user/*'] });
    const visitor = await phone();
    await visitor.open(await desk.scanFromScreen());
    await visitor.be('stranger');
    await expect(visitor.verdict).toHaveAttribute('data-verdict', 'not_followed');
    await expect(desk.rowsWith('not_followed')).toHaveCount(1);
    await expect(desk.rows).toHaveCount(2);
    expect(wechat.faults.list()).toEqual([]);
  });
});

test('a code that is really used up: a friendly page that says to scan again, and 40163 explained', async ({
  console: desk,
  wechat,
  phone,
}) => {
  await openDoor(desk, wechat);

  await test.step('the answer with the openid is lost: scanning again is all it takes', async () => {
    wechat.faults.on('lostAnswer', { times: 1, paths: [EXCHANGE] });
    const visitor = await phone();
    await visitor.open(await desk.scanFromScreen());
    await visitor.be('follower');
    await expect(visitor.verdict).toHaveAttribute('data-reason', 'code_reused');
    await visitor.scanAgain.click();
    await visitor.be('follower');
    await expect(visitor.verdict).toHaveAttribute('data-verdict', 'followed');
    await expect(desk.rowsWith('followed')).toHaveCount(1);
    await expect(desk.rowsWith('unknown')).toHaveCount(1);
  });

  await test.step('another system spends the code first', async () => {
    const callback = await goAs('stranger', await desk.scanFromScreen());
    const query = new URLSearchParams({
      appid: APP_ID,
      secret: APP_SECRET,
      code: callback.searchParams.get('code') ?? '',
      grant_type: 'authorization_code',
    });
    const elsewhere = await fetch(`${wechat.url}${EXCHANGE}?${query}`);
    expect(await elsewhere.json()).toHaveProperty('openid');
    const visitor = await phone();
    await visitor.open(callback.href);
    await expect(visitor.verdict).toHaveAttribute('data-reason', 'code_reused');
    await expect(visitor.page.getByRole('main')).toContainText('请重新扫一次码');
    await expect(visitor.scanAgain).toBeVisible();
    expect(visitor.page.url()).not.toContain('code=');
  });

  await test.step('the desk says what happened, who acts, and what the number means', async () => {
    await expect(desk.rowsWith('unknown')).toHaveCount(2);
    const row = desk.rowsWith('unknown').first();
    await expect(row).toContainText('授权码已经用过');
    await expect(row).toContainText('别的系统先用了它。请访客重新扫码。');
    await row.getByRole('button', { name: /授权码已经用过/ }).click();
    await expect(row).toContainText('请访客操作');
    await expect(row).toContainText('错误码 40163');
  });
});

/** Where WeChat sends a phone that opens `link`, not followed: the code is still unspent. */
async function goAs(person: string, link: string): Promise<URL> {
  const toAuthorize = await fetch(link, { redirect: 'manual' });
  const authorize = new URL(toAuthorize.headers.get('location') ?? '');
  authorize.hash = '';
  const toCallback = await fetch(`${authorize.href}&as=${person}`, { redirect: 'manual' });
  return new URL(toCallback.headers.get('location') ?? '');
}
