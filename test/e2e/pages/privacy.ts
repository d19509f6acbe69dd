/** The privacy part of the settings, as who answers for personal data. */
import type { Page } from '@playwright/test';

export function createPrivacy(page: Page) {
  const part = page.getByRole('region', { name: '隐私', exact: true });
  const keep = part.getByRole('region', { name: '自动删除旧记录' });
  const erase = part.getByRole('region', { name: '抹除一个人' });
  const question = page.getByRole('dialog');
  return {
    mask: part.getByRole('switch', { name: '屏幕上遮住 openid' }),
    keep,
    erase,
    question,
    /** Up to the question, if there is one. */
    async keepOnly(days: number): Promise<void> {
      await keep.getByText('只保留最近', { exact: true }).click();
      await keep.getByRole('spinbutton', { name: '保留天数' }).fill(String(days));
      await keep.getByRole('button', { name: /^保\s*存$/ }).click();
    },
    /** Up to the question. */
    async forget(openid: string): Promise<void> {
      await erase.getByRole('textbox', { name: '完整的 openid' }).fill(openid);
      await erase.getByRole('button', { name: '抹除…' }).click();
    },
    cancel: question.getByRole('button', { name: /^取\s*消$/ }),
    /** Answers a question with what cannot be undone. */
    confirm: question.locator('.ant-modal-footer .ant-btn-dangerous'),
  };
}
