/** Story 2, page error 10003: the phone never comes back, because WeChat does not know the domain. */
import type { Simulator } from '#simulator/platform.ts';
import { test as base, expect } from '../../fixtures/test.ts';
import { useWeChat } from '../../fixtures/wechat.ts';
import { APP_ID, APP_SECRET } from '../../pages/accounts.ts';
import { createDoctorScreen } from '../../pages/doctor.ts';
import { createSetupGuide } from '../../pages/setup.ts';

const FILE = 'MP_verify_Ab12Cd34Ef56Gh78.txt';

const test = base.extend<{ wechat: Simulator }>({ sandbox: false, wechat: useWeChat });

test('10003 on the phone is explained, and the proof of domain makes the next scan work', async ({
  console: desk,
  wechat,
  phone,
}) => {
  test.slow();
  wechat.configure({ redirectDomains: ['www.example.com'] });
  const guide = createSetupGuide(desk.page);
  const doctor = createDoctorScreen(desk.page);
  const visitor = await phone();
  const publicUrl = (await desk.callbackUrl.textContent()) ?? '';
  const domain = new URL(publicUrl).host;

  await test.step('everything on this side is right', async () => {
    await guide.open();
    await guide.chooseKind('service');
    await guide.next.click();
    await guide.enterCredentials({
      appId: APP_ID,
      appSecret: APP_SECRET,
      wechatUrl: wechat.url,
      name: '晨光书店',
    });
    await guide.expectState('credentials', 'done');
    await guide.goTo('address');
    await guide.savePublicUrl(publicUrl);
    await guide.expectState('reachability', 'done');
  });

  await test.step('the phone gets no further than WeChat’s own page', async () => {
    await guide.goTo('scan');
    await visitor.open(await guide.link());
    await expect(visitor.wechatError(10003)).toContainText('redirect_uri域名与后台配置不一致');
    await expect(guide.scans).toHaveCount(0);
  });

  await test.step('the number says what to do, in the guide and in the doctor', async () => {
    await guide.explainPhoneCode('10003');
    await expect(guide.phoneCodeExplained).toContainText('网页授权域名');
    await expect(guide.phoneCodeExplained).toContainText('回到“公网地址”那一步');
    await doctor.open('explain');
    await doctor.pasted.fill('10003');
    await expect(doctor.explained(10003)).toContainText('网页授权域名');
    await expect(doctor.explained(10003)).toContainText('公众号管理员');
  });

  await test.step('the administrator’s “save” fails until the guide holds the file', async () => {
    expect(await wechat.verifyDomain({ domain, file: FILE })).toEqual({ saved: false, reason: 'not_200' });
    await desk.open('accounts');
    await desk.page.getByRole('link', { name: /晨光书店.*接入向导/ }).click();
    await guide.goTo('verification');
    await guide.giveFileName(FILE);
    await expect(guide.heldFiles).toContainText(FILE);
    await expect(guide.pressSave).toContainText('保存');
    await guide.expectState('verification', 'done');
    expect(await wechat.verifyDomain({ domain, file: FILE })).toEqual({ saved: true, reason: null });
  });

  await test.step('the next scan works', async () => {
    await guide.goTo('scan');
    await visitor.open(await guide.link());
    await visitor.be('follower');
    await expect(visitor.verdict).toHaveAttribute('data-verdict', 'followed');
    await expect(guide.scans).toHaveCount(1);
    await guide.expectState('scan', 'done');
  });
});
