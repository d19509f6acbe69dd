/** The accounts screen, as an admin who adds an account and mends its secret. */
import { expect, type Page } from '@playwright/test';

export const APP_ID = 'wx00112233445566aa';
export const APP_SECRET = 'planted0secret0that0must0not0be0';

export function createAccountsScreen(page: Page) {
  const form = page.getByRole('dialog');
  const save = () => form.getByRole('button', { name: /保存并试用/ }).click();
  /** Once it has slid in, the form puts the cursor into its first field; typing must not meet that. */
  const opened = () => expect(form.getByLabel('名称')).toBeFocused();
  return {
    form,
    /** Adds 晨光书店, whose WeChat is at `wechatUrl`, and lets FollowDesk try it. */
    async add(wechatUrl: string, appSecret = APP_SECRET): Promise<void> {
      await page.getByRole('button', { name: '添加公众号' }).first().click();
      await opened();
      await form.getByLabel('名称').fill('晨光书店');
      await form.getByLabel('AppID').fill(APP_ID);
      await form.getByLabel('AppSecret').fill(appSecret);
      await form.getByText('高级').click();
      await form.getByLabel('接口地址').fill(wechatUrl);
      await form.getByLabel('授权页地址').fill(wechatUrl);
      await save();
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
      const replace = form.getByRole('button', { name: '替换' });
      if (await replace.isVisible()) await replace.click();
      await form.getByLabel('AppSecret').fill(appSecret);
      await save();
    },
    works: page.getByText('凭据可用'),
  };
}
