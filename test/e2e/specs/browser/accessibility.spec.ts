/**
 * axe finds no serious violation on any screen, in both themes and both languages. In the browser only: the
 * pages are the same on the desktop, and its theme is the app's to choose. The guide and the doctor are seen
 * where something is wrong: that is when they say most.
 */
import type { Simulator } from '#simulator/platform.ts';
import { isNightly } from '../../../support/nightly.ts';
import { seriousViolations } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/test.ts';
import { useWeChat } from '../../fixtures/wechat.ts';
import { APP_ID, APP_SECRET } from '../../pages/accounts.ts';
import { createDoctorScreen } from '../../pages/doctor.ts';
import { createSetupGuide } from '../../pages/setup.ts';

for (const locale of ['zh-CN', 'en-US']) {
  for (const theme of ['light', 'dark'] as const) {
    // By day each language and each theme once: colours have no language.
    if (!isNightly && (locale === 'zh-CN') !== (theme === 'light')) continue;
    test.describe(`${locale} ${theme}`, () => {
      test.use({ locale, colorScheme: theme });

      test('the console’s screens', async ({ console: desk, phone }) => {
        for (const person of ['follower', 'stranger', 'declines'] as const) {
          const visitor = await phone();
          await visitor.open(await desk.scanFromScreen());
          await visitor.be(person);
          await expect(visitor.heading).toBeVisible();
        }
        await expect(desk.rows).toHaveCount(3);
        for (const screen of ['desk', 'accounts', 'doctor', 'settings'] as const) {
          await desk.open(screen);
          await expect(desk.page.getByRole('heading', { level: 1 })).toBeAttached();
          expect.soft(await seriousViolations(desk.page), screen).toEqual([]);
        }
      });

      test('the phone’s pages', async ({ console: desk, page }) => {
        const go = await desk.scanFromScreen();
        const { origin } = new URL(go);
        for (const person of ['follower', 'stranger', 'declines', 'snapshot']) {
          await page.goto(go);
          expect.soft(await seriousViolations(page), 'authorize page').toEqual([]);
          await page.locator(`[data-person="${person}"]`).click();
          await expect(page.locator('main[data-verdict]')).toBeVisible();
          expect.soft(await seriousViolations(page), person).toEqual([]);
        }
        for (const path of ['/callback?code=x&state=forged', '/go/nowhere', '/r/nothing']) {
          await page.goto(origin + path);
          expect.soft(await seriousViolations(page), path).toEqual([]);
        }
      });
    });
  }
}

const withWeChat = test.extend<{ wechat: Simulator }>({ sandbox: false, wechat: useWeChat });

for (const [locale, colorScheme] of [
  ['zh-CN', 'light'],
  ['en-US', 'dark'],
] as const) {
  withWeChat.describe(`${locale} ${colorScheme}`, () => {
    withWeChat.use({ locale, colorScheme });

    withWeChat(
      'every step of the setup guide, and the doctor’s three places',
      async ({ console: desk, wechat }) => {
        withWeChat.slow();
        wechat.configure({ ipWhitelist: ['192.0.2.1'] });
        const guide = createSetupGuide(desk.page);
        const doctor = createDoctorScreen(desk.page);
        const look = async (at: string) => expect.soft(await seriousViolations(desk.page), at).toEqual([]);

        await guide.open();
        await guide.chooseKind('other');
        await look('kind');
        await guide.chooseKind('service');
        await guide.next.click();
        await expect(guide.panel.getByLabel('AppID')).toBeVisible();
        await look('credentials');
        await guide.enterCredentials({ appId: APP_ID, appSecret: APP_SECRET, wechatUrl: wechat.url });
        await guide.expectState('credentials', 'attention');
        await look('credentials that WeChat did not look at');
        await guide.goTo('whitelist');
        await expect(guide.toCopy).toBeVisible();
        await look('whitelist');
        await guide.goTo('address');
        await guide.savePublicUrl('http://127.0.0.1:9');
        await guide.expectState('reachability', 'problem');
        await look('address');
        await guide.goTo('verification');
        await guide.giveFileName('MP_verify_Ab12Cd34Ef56Gh78.txt');
        await expect(guide.heldFiles).toHaveCount(1);
        await look('verification');
        await guide.goTo('reachability');
        await guide.snippet('nginx');
        await look('reachability');
        await guide.goTo('scan');
        await guide.link();
        await guide.explainPhoneCode('10003');
        await expect(guide.phoneCodeExplained).toContainText('10003');
        await look('scan');

        await doctor.open('checks');
        await expect(doctor.finding('whitelist')).toHaveAttribute('data-state', 'failed');
        await look('checks');
        await doctor.open('explain', 40164);
        await expect(doctor.explained(40164)).toBeVisible();
        await look('explain');
        await doctor.open('calls');
        await doctor.callsWith('refused').first().getByRole('button').first().click();
        await expect(doctor.call).toBeVisible();
        await look('calls');
      },
    );
  });
}
