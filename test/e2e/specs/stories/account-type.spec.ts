/** Story 5, page error 10005 and errcode 48001: an account that WeChat does not let do this at all. */
import type { Simulator } from '#simulator/platform.ts';
import { test as base, expect } from '../../fixtures/test.ts';
import { useWeChat } from '../../fixtures/wechat.ts';
import { APP_ID, APP_SECRET } from '../../pages/accounts.ts';
import { createDoctorScreen } from '../../pages/doctor.ts';
import { createSetupGuide } from '../../pages/setup.ts';

const test = base.extend<{ wechat: Simulator }>({ sandbox: false, wechat: useWeChat });

test('a subscription account: said before anything is typed, and wherever it fails when added anyway', async ({
  console: desk,
  wechat,
  phone,
}) => {
  wechat.configure({ kind: 'subscription', verified: false });
  const guide = createSetupGuide(desk.page);
  const doctor = createDoctorScreen(desk.page);

  await test.step('the first step says that it cannot work, and what can', async () => {
    await guide.open();
    await guide.chooseKind('other');
    await expect(guide.panel).toContainText('这种公众号在门口用不了');
    await expect(guide.panel).toContainText('申请一个测试号');
    await expect(guide.panel).toContainText('先用沙盒练习');
    await expect(guide.mainAction).toHaveText('改用测试号继续');
    await guide.expectState('kind', 'attention');
  });

  await test.step('added anyway: the AppSecret is right, and the phone shows 10005', async () => {
    await guide.next.click();
    await guide.enterCredentials({
      appId: APP_ID,
      appSecret: APP_SECRET,
      wechatUrl: wechat.url,
      name: '晨光书店',
    });
    await guide.expectState('credentials', 'done');
    await guide.expectState('kind', 'attention');
    await guide.goTo('scan');
    await expect(guide.panel).toContainText('这种公众号在门口用不了');
    const visitor = await phone();
    await visitor.open(await guide.link());
    await expect(visitor.wechatError(10005)).toContainText('此公众号并没有这些scope的权限');
  });

  await test.step('the number is explained where the operator stands', async () => {
    await guide.explainPhoneCode('10005');
    await expect(guide.phoneCodeExplained).toContainText('换成认证服务号或测试号');
    await guide.expectInSight(guide.phoneCodeExplained.getByText('由谁处理'));
  });

  await test.step('48001: the doctor says which kind of account is needed', async () => {
    await doctor.open('checks');
    const finding = doctor.finding('user_info');
    await expect(finding).toHaveAttribute('data-state', 'failed');
    await expect(finding).toContainText('这类账号没有这个权限');
    await expect(finding).toContainText('需要已认证的服务号');
    await expect(finding).toContainText('48001');
    await expect(doctor.summary).toContainText('需要处理');
  });
});
