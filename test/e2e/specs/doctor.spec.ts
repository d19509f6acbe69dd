/** The doctor as an operator asks it: is everything well, and what does this error mean? */
import { CheckName } from '#shared/model/doctor.ts';
import { expect, test } from '../fixtures/test.ts';
import { createDoctorScreen } from '../pages/doctor.ts';

test('the sandbox: every check says what it found, and nothing needs mending', async ({ console: desk }) => {
  const doctor = createDoctorScreen(desk.page);
  await doctor.open('checks');
  await doctor.checkEverything();
  await expect(doctor.summary).toContainText('全部正常');
  for (const check of CheckName.options) {
    await expect(doctor.finding(check)).toHaveAttribute('data-state', /^(ok|skipped)$/);
    await expect(doctor.finding(check)).toContainText('。');
  }
  for (const check of ['credentials', 'token', 'api_reachable', 'user_info', 'callback'] as const) {
    await expect(doctor.finding(check)).toHaveAttribute('data-state', 'ok');
  }
  await doctor.checkAgain('token');
  await expect(doctor.finding('token')).toContainText('再查');
});

test('an error pasted as WeChat wrote it: what it means, the IP to copy, who acts', async ({
  console: desk,
}) => {
  const doctor = createDoctorScreen(desk.page);
  await doctor.open('explain');
  await doctor.pasted.fill(
    '{"errcode":40164,"errmsg":"invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 6531b5b4-3c2a1f0e-5d4c3b2a"}',
  );
  const explained = doctor.explained(40164);
  await expect(explained).toContainText('白名单');
  await expect(explained.getByText('203.0.113.7', { exact: true })).toBeVisible();
  await expect(explained.getByRole('button', { name: '复制 IP 203.0.113.7' })).toBeVisible();
  await expect(explained).toContainText('公众号管理员');
  await expect(desk.page.getByText('6531b5b4-3c2a1f0e-5d4c3b2a', { exact: true })).toBeVisible();

  await doctor.pasted.fill('手机上显示：redirect_uri域名与后台配置不一致，错误码:10003');
  await expect(doctor.explained(10003)).toContainText('域名');
  await expect(explained).toHaveCount(0);
});

test('a code nobody has written down is told as unknown, and text without any as nothing', async ({
  console: desk,
}) => {
  const doctor = createDoctorScreen(desk.page);
  await doctor.open('explain', 4_711_999);
  await expect(doctor.explained(4_711_999)).toContainText('没有收录错误码 4711999');
  await expect(doctor.explained(4_711_999)).toContainText('不乱猜');
  await doctor.pasted.fill('扫码以后没有反应');
  await expect(desk.page.getByText('没有认出错误码或 rid。')).toBeVisible();
  await doctor.findCode.fill('40029');
  await desk.page.getByRole('button', { name: '解释 40029' }).click();
  await expect(doctor.explained(40029)).toBeVisible();
});
