/** The setup guide from nothing to a first scan; left and reloaded in the middle, it goes on where it was. */
import { type Simulator, startSimulator } from '#simulator/platform.ts';
import { test as base, expect } from '../fixtures/test.ts';
import { APP_ID } from '../pages/accounts.ts';
import { createSetupGuide } from '../pages/setup.ts';

/** Looks like a real one: only then is it known for one when it is pasted. */
const APP_SECRET = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const CONTENT = 'Zx98Yw76Vu54Ts32';

const test = base.extend<{ wechat: Simulator }>({
  sandbox: false,
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  wechat: async ({}, use) => {
    const wechat = await startSimulator({ apps: [{ appId: APP_ID, appSecret: APP_SECRET, name: '门' }] });
    await use(wechat);
    await wechat.close();
  },
});

test('a service account from nothing to a first scan, with a reload in the middle', async ({
  console: desk,
  wechat,
  phone,
}) => {
  test.slow();
  const guide = createSetupGuide(desk.page);
  const publicUrl = (await desk.callbackUrl.textContent()) ?? '';

  await test.step('the kind, then both credentials from one paste', async () => {
    await desk.open('accounts');
    await desk.page.getByRole('link', { name: '按步骤接入' }).first().click();
    await guide.chooseKind('service');
    await guide.next.click();
    await guide.paste(`AppID: ${APP_ID}\nAppSecret: ${APP_SECRET}`);
    await expect(guide.panel.getByLabel('AppID')).toHaveValue(APP_ID);
    await expect(guide.panel.getByLabel('AppSecret')).toHaveValue(APP_SECRET);
    await guide.enterCredentials({
      appId: APP_ID,
      appSecret: APP_SECRET,
      wechatUrl: wechat.url,
      name: '晨光书店',
    });
    await guide.expectState('kind', 'done');
    await guide.expectState('credentials', 'done');
  });

  await test.step('no whitelist in the way', async () => {
    await guide.next.click();
    await guide.expectState('whitelist', 'done');
    await expect(guide.finding('whitelist')).toContainText('203.0.113.7');
  });

  await test.step('a reload keeps the step; coming back another way finds the first open one', async () => {
    await desk.page.reload();
    await expect(guide.panel).toContainText('让微信放行这台机器');
    await guide.expectState('credentials', 'done');
    await guide.expectState('whitelist', 'done');
    await desk.open('accounts');
    await desk.page.getByRole('link', { name: /晨光书店.*接入向导/ }).click();
    await expect(guide.publicUrl).toBeVisible();
    expect(await guide.current()).toBe('address');
  });

  await test.step('the address, with what a real one would need', async () => {
    await guide.savePublicUrl(publicUrl);
    // It works here, and would not for a phone elsewhere: that is said and does not stop anybody.
    await guide.expectState('address', 'attention');
    await expect(guide.panel).toContainText('只有这台机器能打开');
    await expect(guide.toCopy).toHaveText(new URL(publicUrl).hostname);
  });

  await test.step('the proof of domain is served and fetched back', async () => {
    await guide.next.click();
    await guide.giveFile(`MP_verify_${CONTENT}.txt`, CONTENT);
    await expect(guide.pressSave).toContainText('网页授权域名');
    await guide.expectState('verification', 'done');
    const served = await fetch(`${publicUrl}/MP_verify_${CONTENT}.txt`);
    expect(await served.text()).toBe(CONTENT);
  });

  await test.step('the public URL leads here', async () => {
    await guide.next.click();
    await guide.expectState('reachability', 'done');
    await expect(guide.finding('reachability')).toHaveAttribute('data-state', 'ok');
  });

  await test.step('a first scan, and to the desk', async () => {
    await guide.next.click();
    const visitor = await phone();
    await visitor.open(await guide.link());
    await visitor.be('follower');
    await expect(visitor.verdict).toHaveAttribute('data-verdict', 'followed');
    await expect(guide.panel).toContainText('接入完成');
    await guide.expectState('scan', 'done');
    await guide.mainAction.click();
    await expect(desk.rowsWith('followed')).toHaveCount(1);
    expect(await desk.scanFromScreen()).toMatch(new RegExp(`^${publicUrl}/go/`));
  });
});
