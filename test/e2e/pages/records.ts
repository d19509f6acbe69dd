/** The records screen, as an admin who looks something up after an event. */
import { type Download, expect, type Page } from '@playwright/test';

export function createRecordsScreen(page: Page) {
  const rows = page.getByTestId('record-row');
  const details = page.getByTestId('scan-details');
  const dialog = page.getByRole('dialog');
  return {
    page,
    rows,
    details,
    /** `scanned`, `followed`, `not_followed`, `unknown`, `rate` or `annulled`. */
    total: (name: string) => page.getByTestId(`total-${name}`),
    newer: page.getByRole('button', { name: /有 \d+ 次新扫码/ }),
    /** Chooses in one of the filters, which is called `filter`. */
    async choose(filter: string, choice: string): Promise<void> {
      await page.getByRole('combobox', { name: filter }).click();
      await page.locator('.ant-select-item-option', { hasText: choice }).click();
    },
    period: (name: string) =>
      page.getByRole('radiogroup', { name: '时间' }).getByText(name, { exact: true }).click(),
    /** Looks for one person: what was typed is masked then. */
    async look(openid: string): Promise<void> {
      await page.getByRole('textbox', { name: '完整的 openid' }).fill(openid);
      await page.keyboard.press('Enter');
    },
    everybody: page.getByRole('button', { name: '不只看这位访客' }),
    /** A row's openid, shown in full for a moment. */
    async openidOf(row: number): Promise<string> {
      const shown = rows.nth(row).locator('.masked-openid > button[aria-pressed]');
      await shown.click();
      const openid = (await shown.textContent()) ?? '';
      // To its last character, though its column is narrower.
      const isWhole = await shown.locator('code').evaluate((code) => {
        const { right, top, height } = code.getBoundingClientRect();
        return document.elementFromPoint(right - 2, top + height / 2) === code;
      });
      expect(isWhole).toBe(true);
      await shown.click();
      return openid;
    },
    chart: (title: string) => page.getByRole('region', { name: new RegExp(`^${title}`) }),
    asTables: () => page.getByRole('radiogroup', { name: '显示方式' }).getByText('表').click(),
    /** By the button in the row, as with a keyboard. */
    open: (row: number) =>
      rows
        .nth(row)
        .getByRole('button', { name: /打开详情/ })
        .click(),
    async annul(reason: string): Promise<void> {
      await details.getByRole('button', { name: '作废…' }).click();
      await details.getByText(reason).click();
      await details.getByRole('button', { name: '作废', exact: true }).click();
    },
    reinstate: () => details.getByRole('button', { name: '恢复计入' }).click(),
    async note(text: string): Promise<void> {
      await details.getByRole('textbox', { name: '附注' }).fill(text);
      await details.getByRole('button', { name: /^保存/ }).click();
    },
    async erase(): Promise<void> {
      await details.getByRole('button', { name: '抹除这位访客…' }).click();
      await dialog.locator('.ant-modal-footer .ant-btn-dangerous').click();
    },
    close: () => page.keyboard.press('Escape'),
    exportDialog: dialog,
    /** What the export dialog is told; it stays open. */
    async chooseExport(format: RegExp, openids: '完整' | '遮住中间'): Promise<void> {
      await page.getByRole('button', { name: /导出/ }).click();
      await dialog.getByRole('radio', { name: format }).check();
      await dialog.getByRole('radio', { name: openids }).check();
    },
    startExport: dialog.locator('.ant-modal-footer .ant-btn-primary'),
    /** Exports what the filter shows. */
    async export(format: RegExp, openids: '完整' | '遮住中间'): Promise<Download> {
      await this.chooseExport(format, openids);
      const downloading = page.waitForEvent('download');
      await this.startExport.click();
      const download = await downloading;
      await dialog.getByText('已保存').waitFor();
      await dialog.getByRole('button', { name: '关闭' }).last().click();
      await dialog.waitFor({ state: 'hidden' });
      return download;
    },
    paper: page.getByTestId('paper'),
  };
}
