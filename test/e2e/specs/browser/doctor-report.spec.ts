/** What the doctor finds on an account of one's own, taken along as text, and asked of WeChat itself by its rid. */
import { readFileSync } from 'node:fs';
import { CheckName } from '#shared/model/doctor.ts';
import { expect, giveAccount, test } from '../../fixtures/machines.ts';
import { tokenInForce } from '../../fixtures/wechat.ts';
import { APP_SECRET } from '../../pages/accounts.ts';
import { createDoctorScreen } from '../../pages/doctor.ts';

test('everything is checked; the report can be saved, names the trouble and holds no secret', async ({
  machine,
  wechat,
}) => {
  const { host, console: desk } = await machine();
  await giveAccount({ host }, wechat);
  const doctor = createDoctorScreen(desk.page);
  await doctor.open('checks');
  await doctor.checkEverything();
  for (const check of ['credentials', 'whitelist', 'token', 'user_info', 'quota', 'clock'] as const) {
    await expect(doctor.finding(check)).toHaveAttribute('data-state', 'ok');
  }

  // The account's administrator takes this machine off the list, and its token dies.
  const token = tokenInForce(wechat);
  wechat.faults.on('ipNotAllowed');
  wechat.faults.on('tokenStorm');
  await doctor.checkEverything();
  await expect(doctor.finding('whitelist')).toHaveAttribute('data-state', 'failed');
  await expect(doctor.finding('whitelist')).toContainText('203.0.113.7');
  await expect(doctor.summary).toContainText('项需要处理');

  const downloaded = desk.page.waitForEvent('download');
  await doctor.saveReport.click();
  const download = await downloaded;
  expect(download.suggestedFilename()).toMatch(/^关注台检查 晨光书店 .*\.txt$/);
  const report = readFileSync(await download.path(), 'utf8');
  for (const check of CheckName.options) expect(report).toContain(`(${check})`);
  expect(report).toContain('203.0.113.7');
  expect(report).not.toContain(APP_SECRET);
  expect(report).not.toContain(token);
  expect(await desk.page.content()).not.toContain(token);
});

test('WeChat is asked about a refused call by its rid; one it does not know is told as such', async ({
  machine,
  wechat,
}) => {
  const { host, console: desk } = await machine();
  await giveAccount({ host }, wechat);
  const doctor = createDoctorScreen(desk.page);
  wechat.faults.on('quota', { paths: ['/cgi-bin/user/info'] });
  await doctor.open('checks');
  await doctor.checkEverything();
  await expect(doctor.finding('user_info')).toHaveAttribute('data-state', /failed|warning/);

  await doctor.open('calls');
  await doctor.callsWith('refused').first().click();
  await expect(doctor.call.locator('[data-code="45009"]')).toBeVisible();
  const rid = await doctor.call.getByText(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/).textContent();
  await doctor.open('explain');
  await doctor.pasted.fill(`rid: ${rid}`);
  await doctor.askAboutRid.click();
  await expect(doctor.ridReport).toContainText('/cgi-bin/user/info');
  await expect(doctor.ridReport).toContainText('45009');

  await doctor.pasted.fill('0badc0de-0badc0de-0badc0de');
  await doctor.askAboutRid.click();
  await expect(desk.page.getByText('微信没有这个 rid，或已超过 7 天。')).toBeVisible();
});
