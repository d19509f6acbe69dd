/** The inspector: WeChat's calls as they happen, without anything in them that is nobody's business. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Simulator } from '#simulator/platform.ts';
import { expect, giveAccount, type Machine, test as withMachines } from '../../fixtures/machines.ts';
import { tokenInForce } from '../../fixtures/wechat.ts';
import { APP_SECRET } from '../../pages/accounts.ts';
import { createDoctorScreen } from '../../pages/doctor.ts';
import { createPhone, PHONE } from '../../pages/phone.ts';

const test = withMachines.extend<{ scan(at: Machine, entryId: string): Promise<void> }>({
  /** A follower's phone from the printed code to the verdict. */
  scan: async ({ browser }, use) => {
    await use(async ({ host }, entryId) => {
      const context = await browser.newContext(PHONE);
      const visitor = createPhone(await context.newPage());
      await visitor.open(`${host.callbackUrl}/go/${entryId}`);
      await visitor.be('follower');
      await expect(visitor.verdict).toHaveAttribute('data-verdict', 'followed');
      await context.close();
    });
  },
});

/** What no page and no file may hold: the secret, the token in force, who the visitor was. */
function unspeakable(wechat: Simulator): string[] {
  const openid = wechat.people.find('follower')?.openid ?? '';
  expect(openid).toHaveLength(28);
  return [APP_SECRET, tokenInForce(wechat), openid];
}

/** Everything on the page: its text, its attributes, and what stands in its fields. */
function contentOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
    ].join('\n'),
  );
}

test('a scan’s calls appear by themselves, are narrowed down and opened, and hold no secret', async ({
  machine,
  wechat,
  scan,
}) => {
  const here = await machine();
  const { entryId } = await giveAccount(here, wechat);
  const { page } = here.console;
  const doctor = createDoctorScreen(page);
  await doctor.open('calls');
  await expect(page.getByText('还没有调用过微信')).toBeVisible();
  await scan(here, entryId);
  await expect(doctor.callsWith('ok').filter({ hasText: '/cgi-bin/user/info' })).toHaveCount(1);
  await expect(doctor.calls.filter({ hasText: '/sns/oauth2/access_token' })).toHaveCount(1);
  const hidden = unspeakable(wechat);

  for (const endpoint of ['/sns/oauth2/access_token', '/cgi-bin/stable_token', '/cgi-bin/user/info']) {
    await doctor.endpointFilter.fill(endpoint);
    await expect(doctor.calls).toHaveCount(1);
    await doctor.calls.click();
    await expect(doctor.call).toContainText(endpoint);
    const content = await contentOf(page);
    for (const secret of hidden) expect(content).not.toContain(secret);
    await page.keyboard.press('Escape');
    await expect(doctor.call).toBeHidden();
  }
  await doctor.endpointFilter.fill('/nowhere');
  await expect(page.getByText('没有符合筛选的调用')).toBeVisible();
  await page.getByRole('button', { name: '清除筛选' }).first().click();

  await doctor.pause.click();
  const before = await doctor.calls.count();
  wechat.faults.on('quota', { times: 1 });
  await here.host.api('/api/users/lookup', {
    method: 'POST',
    body: { accountId: (await accountOf(here)).id, openids: [hidden[2]] },
  });
  await expect(page.getByText('已暂停，不再更新')).toBeVisible();
  await expect(doctor.calls).toHaveCount(before);
  await doctor.resume.click();
  await expect(doctor.callsWith('refused')).toContainText('45009');
});

test('the support bundle can be read before it is saved, and the file says no more', async ({
  machine,
  wechat,
  scan,
}) => {
  const here = await machine();
  const { entryId } = await giveAccount(here, wechat);
  await scan(here, entryId);
  const { page } = here.console;
  const doctor = createDoctorScreen(page);
  await doctor.open('calls');
  await expect(doctor.calls).not.toHaveCount(0);
  const read = await doctor.readBundle();
  const downloaded = page.waitForEvent('download');
  await doctor.saveBundle.click();
  const download = await downloaded;
  expect(download.suggestedFilename()).toMatch(/^followdesk-support .*\.json$/);
  const saved = readFileSync(await download.path(), 'utf8');
  expect(saved).toBe(read);
  for (const secret of [...unspeakable(wechat), APP_SECRET.slice(-4), here.host.consoleToken]) {
    expect(saved).not.toContain(secret);
  }
  const { accounts, calls } = JSON.parse(saved);
  expect(accounts).toMatchObject([{ name: '晨光书店', tokenMode: 'stable' }]);
  expect(calls.map(({ endpoint }: { endpoint: string }) => endpoint)).toContain('/cgi-bin/user/info');
});

async function accountOf({ host }: Machine): Promise<{ id: string }> {
  const { items } = await (await host.api('/api/accounts')).json();
  return items[0];
}
