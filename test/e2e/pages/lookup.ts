/** The look-up screen, as an admin with a list of openids, or an operator with a scanner. */
import type { Locator, Page } from '@playwright/test';

const OPENIDS = { whole: '完整', masked: '遮住中间' } as const;

export interface DroppedFile {
  name: string;
  content: Uint8Array;
}

export function createLookupScreen(page: Page) {
  const box = page.getByRole('region', { name: '要查询的 openid' });
  const text = box.getByRole('textbox', { name: '要查询的 openid' });
  const progress = page.getByRole('region', { name: '查询进度' });
  const dialog = page.getByRole('dialog');
  // An icon's name comes before the word.
  const button = (within: Page | Locator, word: RegExp) => within.getByRole('button', { name: word });
  return {
    page,
    box,
    text,
    start: button(box, /查询/),
    rows: page.getByTestId('lookup-row'),
    card: page.getByRole('article', { name: '个人详情' }),
    progress,
    pause: button(progress, /暂停/),
    resume: button(progress, /继续/),
    tryNow: button(progress, /现在就试/),
    cancel: button(progress, /取消/),
    copy: button(page, /复制 [\d,]+ 个/),
    history: page.getByTestId('lookup-history-row'),
    /** As from a clipboard: what the box does not keep elsewhere stands in it then. */
    async paste(pasted: string): Promise<void> {
      const kept = await text.evaluate((area, data) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', data);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        return !area.dispatchEvent(event);
      }, pasted);
      if (!kept) await text.fill(pasted);
    },
    /** From the desktop onto the box. */
    async drop({ name, content }: DroppedFile): Promise<void> {
      const dataTransfer = await page.evaluateHandle(
        ([fileName, base64]) => {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          const transfer = new DataTransfer();
          transfer.items.add(new File([bytes], fileName));
          return transfer;
        },
        [name, Buffer.from(content).toString('base64')] as const,
      );
      await box.dispatchEvent('drop', { dataTransfer });
    },
    /** Keys as fast as a scanner's, wherever the focus is, ending in Enter. */
    async scan(openid: string): Promise<void> {
      await page.keyboard.type(openid);
      await page.keyboard.press('Enter');
    },
    /** What is behind a count of what is left out. */
    async leftOut(count: RegExp): Promise<Locator> {
      await box.getByRole('button', { name: count }).click();
      return page.getByRole('list', { name: count });
    },
    /** `全部`, `已关注`, … with how many there are. */
    filter: (name: RegExp) =>
      page.getByRole('radiogroup', { name: '按结果筛选' }).getByText(name).first().click(),
    row: (number: number) => page.locator(`[data-testid="lookup-row"][data-index="${number - 1}"]`),
    /** By its button, as with a keyboard. */
    open: (number: number) => page.getByRole('button', { name: `打开第 ${number} 行的人` }).click(),
    async export(format: RegExp, openids: keyof typeof OPENIDS): Promise<void> {
      await button(page, /导出/).click();
      await dialog.getByRole('radio', { name: format }).check();
      await dialog.getByRole('radio', { name: OPENIDS[openids] }).check();
      await dialog.locator('.ant-modal-footer .ant-btn-primary').click();
    },
    exported: dialog.getByText(/已保存/),
    close: () => page.keyboard.press('Escape'),
    toHistory: () => page.getByRole('link', { name: /查询记录/ }).click(),
    async remove(row: Locator): Promise<void> {
      await row.getByRole('button', { name: /删除/ }).click();
      await page.locator('.ant-popconfirm').getByRole('button', { name: '删除' }).click();
    },
  };
}
