/** The accounts screen, as an admin who adds an account, mends its secret and watches over its token. */
import { expect, type Page } from '@playwright/test';

export const APP_ID = 'wx00112233445566aa';
export const APP_SECRET = 'planted0secret0that0must0not0be0';

const MODES = { stable: /^稳定版接口/, classic: /^普通接口/, shared: /^贵方的凭据服务/ } as const;
const CHOICES = { weak: /^弱加密保存/, memory: /^只放在内存里/ } as const;

interface TypedAccount {
  name: string;
  appId: string;
}

const BOOKSHOP: TypedAccount = { name: '晨光书店', appId: APP_ID };

/** An organisation's own token service, as it is typed. */
export interface TypedService {
  url: string;
  bearer?: string;
  tokenPointer?: string;
  expiryPointer?: string;
}

export function createAccountsScreen(page: Page) {
  const form = page.getByRole('dialog');
  const save = () => form.getByRole('button', { name: /保存并试用/ }).click();
  /** Once it has slid in, the form puts the cursor into its first field; typing must not meet that. */
  const opened = () => expect(form.getByLabel('名称')).toBeFocused();

  async function fill(wechatUrl: string, appSecret: string, who: TypedAccount): Promise<void> {
    await page.getByRole('button', { name: '添加公众号' }).first().click();
    await opened();
    await form.getByLabel('名称').fill(who.name);
    await form.getByLabel('AppID').fill(who.appId);
    await form.getByLabel('AppSecret').fill(appSecret);
    await form.getByText('高级').click();
    await form.getByLabel('接口地址').click();
    // A choice that is pressed while the list still unfolds may be lost.
    const relay = page.getByTitle('自己的中转', { exact: true });
    await expect(async () => {
      if (await relay.isVisible()) await relay.click();
      await expect(form.getByLabel('中转地址')).toBeVisible({ timeout: 1000 });
    }).toPass();
    await form.getByLabel('中转地址').fill(wechatUrl);
    await form.getByLabel('授权页地址').fill(wechatUrl);
  }

  const card = (name: string) => page.getByRole('article', { name });
  const question = form.getByText('先决定密钥怎么保存');

  async function decide(choice: keyof typeof CHOICES): Promise<void> {
    await form.getByRole('radio', { name: CHOICES[choice] }).check();
    await form.getByRole('button', { name: '确定并保存' }).click();
  }

  return {
    form,
    save,
    card,
    /** Fills the form in and saves; what is asked then is left to be answered. */
    async submit(wechatUrl: string, appSecret = APP_SECRET, who = BOOKSHOP): Promise<void> {
      await fill(wechatUrl, appSecret, who);
      await save();
    },
    /** Adds an account whose WeChat is at `wechatUrl`, and lets FollowDesk try it. */
    async add(wechatUrl: string, appSecret = APP_SECRET, who = BOOKSHOP): Promise<void> {
      await fill(wechatUrl, appSecret, who);
      await save();
      // Where the system has no keychain, what becomes of the secret is asked first.
      await expect(question.or(card(who.name))).toBeVisible();
      if (await question.isVisible()) await decide('weak');
    },
    async edit(): Promise<void> {
      await page
        .getByRole('button', { name: /晨光书店.*修改/ })
        .first()
        .click();
      await opened();
    },
    /** On the opened form. */
    async replaceSecret(appSecret = APP_SECRET): Promise<void> {
      const replace = form.getByRole('button', { name: '替换', exact: true });
      if (await replace.isVisible()) await replace.click();
      await form.getByLabel('AppSecret').fill(appSecret);
      await save();
    },
    /** On the opened form, folded open where it is folded. */
    async chooseTokenMode(mode: keyof typeof MODES, service?: TypedService): Promise<void> {
      const choice = form.getByRole('radio', { name: MODES[mode] });
      if (!(await choice.isVisible())) await form.getByText('高级').click();
      await choice.check();
      if (!service) return;
      await form.getByLabel('凭据服务的地址').fill(service.url);
      if (service.bearer !== undefined) await form.getByLabel('凭据服务的密钥').fill(service.bearer);
      if (service.tokenPointer !== undefined)
        await form.getByLabel('指向 access_token 的 JSON 指针').fill(service.tokenPointer);
      if (service.expiryPointer !== undefined)
        await form.getByLabel('指向有效期的 JSON 指针').fill(service.expiryPointer);
    },
    /** Asked by a save where there is no keychain. */
    question,
    /** Answers it; the save then goes on. */
    decide,
    /** The line of an account's AppSecret; `data-secret` is its state. */
    secret: (account: string) => card(account).locator('[data-secret]'),
    works: page.getByText('凭据可用'),
    /** The token guard of an account's card. */
    token(account: string | RegExp) {
      const guard = page
        .getByRole('article', { name: account })
        .getByRole('region', { name: /^access_token/ });
      const button = (name: RegExp) => guard.getByRole('button', { name });
      return {
        guard,
        refresh: button(/：刷新$/),
        force: button(/强制刷新/),
        /** Switches a classic account whose token was taken. */
        switchToStable: button(/^改用稳定版接口$/),
        letOthersRead: button(/允许其他系统在这里读取/),
        /** Answers the question that forcing asks. */
        confirmForce: page.getByRole('dialog').getByRole('button', { name: '强制刷新', exact: true }),
      };
    },
    /** The key just given to other systems; it is shown once. */
    serviceKey: page.getByTestId('service-key'),
  };
}
