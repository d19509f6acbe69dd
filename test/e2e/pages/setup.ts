/** The setup guide, as an admin who connects a real account. */
import { expect, type Locator, type Page } from '@playwright/test';
import { PRESS } from './press.ts';

export type SetupStep =
  | 'kind'
  | 'credentials'
  | 'whitelist'
  | 'address'
  | 'verification'
  | 'reachability'
  | 'scan';
export type SetupState = 'done' | 'attention' | 'problem' | 'todo' | 'skipped' | 'checking';
export type SetupKind = 'service' | 'test' | 'other';

export interface SetupCredentials {
  appId: string;
  appSecret: string;
  /** Where WeChat is, for both the API and the authorize page. */
  wechatUrl: string;
  name?: string;
}

export function createSetupGuide(page: Page) {
  const panel = page.locator('.setup-step');
  const footer = panel.locator('.setup-footer');
  const railStep = (step: SetupStep) => page.locator(`.setup-rail [data-step="${step}"]`);
  const address = (hash: string) =>
    page.evaluate((target) => {
      location.hash = target;
    }, hash);
  return {
    panel,
    /** By the address: for a new account, or for one that is there; where it was left, or at a step. */
    async open({ accountId, step }: { accountId?: string; step?: SetupStep } = {}): Promise<void> {
      await page.locator('#main').waitFor();
      await address(
        `#/${['accounts', accountId, 'setup', step].filter((part) => part !== undefined).join('/')}`,
      );
      await panel.waitFor();
    },
    /** By the way on the left. */
    async goTo(step: SetupStep): Promise<void> {
      await railStep(step).click();
      await expect(railStep(step)).toHaveAttribute('aria-current', 'step');
    },
    /** The step on screen. */
    current: () => page.locator('.setup-rail [aria-current="step"]').getAttribute('data-step'),
    expectState: (step: SetupStep, state: SetupState, timeout = 15_000) =>
      expect(railStep(step)).toHaveAttribute('data-state', state, { timeout }),
    /** In sight without scrolling, and not below the footer, which stays at the bottom of the window. */
    expectInSight: (part: Locator) =>
      expect
        .poll(async () => {
          const [box, below] = await Promise.all([part.boundingBox(), footer.boundingBox()]);
          return box !== null && below !== null && box.y >= 0 && box.y + box.height <= below.y;
        })
        .toBe(true),
    /** The one main action of the step, whatever it is at the moment. */
    mainAction: footer.locator('.ant-btn-primary'),
    next: footer.getByRole('button', { name: /^(下一步|Next)/ }),
    back: footer.getByRole('button', { name: /^(上一步|Back)/ }),

    chooseKind: (kind: SetupKind) => panel.locator(`input[value="${kind}"]`).check(),

    /** Fills the form in and has FollowDesk put it to WeChat. */
    async enterCredentials({ appId, appSecret, wechatUrl, name }: SetupCredentials): Promise<void> {
      await panel.getByLabel('AppID').fill(appId);
      await panel.getByLabel('AppSecret').fill(appSecret);
      if (name !== undefined) await page.locator('#setup-credentials_name').fill(name);
      await panel.getByRole('button', { name: /经中转服务访问微信|through a relay/ }).click(PRESS);
      await page.locator('#setup-credentials_apiBaseUrl').fill(wechatUrl);
      await page.locator('#setup-credentials_authorizeBaseUrl').fill(wechatUrl);
      await footer.locator('button[type="submit"]').click();
    },
    /** Replaces a stored secret. */
    async replaceSecret(appSecret: string): Promise<void> {
      await panel.getByRole('button', { name: /^(替换|Replace)$/ }).click();
      await panel.getByLabel('AppSecret').fill(appSecret);
      await footer.locator('button[type="submit"]').click();
    },
    /** Pastes a text into the AppID's field, as from a message. */
    async paste(text: string): Promise<void> {
      await panel.getByLabel('AppID').focus();
      await page.evaluate((pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', pasted);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      }, text);
    },

    /** What is to be carried over to WeChat's console: an IP, a domain. */
    toCopy: panel.locator('.big-copy code'),
    /** One line per address WeChat has seen. */
    seenAddresses: panel.locator('.seen-addresses li'),

    publicUrl: page.locator('#setup-public-url'),
    async savePublicUrl(url: string): Promise<void> {
      await page.locator('#setup-public-url').fill(url);
      await footer.locator('button[type="submit"]').click();
    },

    /** Gives it a proof file, as the picker would. */
    giveFile: (name: string, text: string) =>
      page
        .getByTestId('verification-file')
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }),
    /** Pastes only its name. */
    async giveFileName(name: string): Promise<void> {
      await page.locator('#setup-verification-name').fill(name);
      await panel.getByRole('button', { name: /^(添加|Add)$/ }).click();
    },
    heldFiles: panel.locator('.held-files li'),
    /** Said only once the file came back through the public URL. */
    pressSave: panel.locator('.press-save'),

    /** What the doctor found, by check. */
    finding: (check: string) => panel.locator(`[data-check="${check}"]`),
    /** The configuration to copy, for the chosen way. */
    async snippet(way: string): Promise<string> {
      await panel.locator('.snippets').getByText(way, { exact: true }).click();
      return (await panel.locator('.snippet pre').allInnerTexts()).join('\n');
    },

    /** What the code on screen says. */
    async link(): Promise<string> {
      const qr = panel.getByTestId('qr');
      await qr.locator('svg').waitFor();
      return (await qr.getAttribute('data-link')) ?? '';
    },
    scans: panel.getByTestId('scan-row'),
    /** Explains a code that a phone's page shows. */
    async explainPhoneCode(code: string): Promise<void> {
      await panel.getByRole('button', { name: /手机上显示错误|phone shows an error/ }).click();
      await page.locator('#setup-phone-code').fill(code);
    },
    phoneCodeExplained: panel.locator('.phone-error-explained'),
    finish: footer.getByRole('button', { name: /^(去前台|Go to the desk)$/ }),
  };
}
