/** Story 1, errcode 40164: WeChat does not let this machine in, at the beginning and when its address changes. */
import type { Simulator } from '#simulator/platform.ts';
import { test as base, expect } from '../../fixtures/test.ts';
import { useWeChat } from '../../fixtures/wechat.ts';
import { APP_ID, APP_SECRET } from '../../pages/accounts.ts';
import { createDoctorScreen } from '../../pages/doctor.ts';
import { createSetupGuide } from '../../pages/setup.ts';

const OFFICE = '203.0.113.7';
const ELSEWHERE = '198.51.100.20';

const test = base.extend<{ wechat: Simulator }>({ sandbox: false, wechat: useWeChat });

test('the guide shows the IP and waits for the administrator; a later change of IP is told as one', async ({
  console: desk,
  wechat,
  phone,
}) => {
  wechat.configure({ ipWhitelist: ['192.0.2.1'], clientIp: OFFICE });
  test.slow();
  const guide = createSetupGuide(desk.page);
  const doctor = createDoctorScreen(desk.page);

  await test.step('from nothing to the address that WeChat turned away', async () => {
    await guide.open();
    await guide.chooseKind('service');
    await guide.next.click();
    await guide.enterCredentials({
      appId: APP_ID,
      appSecret: APP_SECRET,
      wechatUrl: wechat.url,
      name: '晨光书店',
    });
    await guide.expectInSight(guide.panel.getByText('还差一步才能核对完'));
    await guide.next.click();
    await expect(guide.toCopy).toHaveText(OFFICE);
    await guide.expectState('whitelist', 'problem');
    await expect(guide.panel).toContainText('正在等微信放行');
  });

  await test.step('copied with one click, and pasted elsewhere', async () => {
    await guide.panel.getByRole('button', { name: /复制，去粘贴到/ }).click();
    await expect(guide.panel.getByText('已复制')).toBeAttached();
    await doctor.open('explain');
    await doctor.pasted.focus();
    await desk.page.keyboard.press('ControlOrMeta+V');
    await expect(doctor.pasted).toHaveValue(OFFICE);
  });

  await test.step('the guide goes on where it was left, and notices the new whitelist by itself', async () => {
    await desk.open('accounts');
    await desk.page.getByRole('link', { name: /晨光书店.*接入向导/ }).click();
    await expect(guide.toCopy).toHaveText(OFFICE);
    wechat.configure({ ipWhitelist: ['192.0.2.1', OFFICE] });
    await guide.expectState('whitelist', 'done');
    await guide.expectState('credentials', 'done');
    await expect(guide.finding('whitelist')).toContainText(OFFICE);
  });

  await test.step('the door works', async () => {
    await guide.goTo('scan');
    const visitor = await phone();
    await visitor.open(await guide.link());
    await visitor.be('follower');
    await expect(visitor.verdict).toHaveAttribute('data-verdict', 'followed');
    await expect(guide.finish).toBeVisible();
    await guide.finish.click();
  });

  await test.step('another day, another address: unknown, with the address and what to do', async () => {
    wechat.configure({ clientIp: ELSEWHERE, ipWhitelistGuardsAll: true });
    const visitor = await phone();
    await visitor.open(await desk.scanFromScreen());
    await visitor.be('follower');
    await expect(visitor.verdict).toHaveAttribute('data-reason', 'ip_not_allowed');
    const row = desk.rowsWith('unknown');
    await expect(row).toContainText('这台机器的公网 IP 不在公众号的 IP 白名单里');
    await expect(row).toContainText('请管理员在微信开发者平台把它加入白名单');
    await expect(row.getByRole('button', { name: `复制 IP ${ELSEWHERE}` })).toBeVisible();
  });

  await test.step('the doctor tells that it changed, from what to what', async () => {
    await doctor.open('checks');
    const finding = doctor.finding('whitelist');
    await expect(finding).toHaveAttribute('data-state', 'failed');
    await expect(finding).toContainText('本机公网 IP 变了');
    await expect(finding).toContainText(`以前用的是 ${OFFICE}，现在是 ${ELSEWHERE}`);
  });

  await test.step('let in again: one click each for the doctor and for the visitor', async () => {
    wechat.configure({ ipWhitelist: [OFFICE, ELSEWHERE] });
    await doctor.checkAgain('whitelist');
    await expect(doctor.finding('whitelist')).toHaveAttribute('data-state', 'warning');
    await expect(doctor.finding('whitelist')).toContainText('本机公网 IP 与以前不同');
    await desk.open('desk');
    await desk
      .rowsWith('unknown')
      .getByRole('button', { name: /重新查询/ })
      .click();
    await expect(desk.rowsWith('followed')).toHaveCount(2);
  });
});
