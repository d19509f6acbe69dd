/** The desk's live panel as an operator in a rush works it: rows, their menu, the line about the networks. */
import { expect, type Locator, type Page } from '@playwright/test';

export function createLiveScans(page: Page) {
  const entry = page.locator('.entry-picker .ant-select');
  return {
    page,
    /** The one on screen. */
    entry,
    /** Key by key; it is on screen afterwards. */
    async addEntry(name: string): Promise<void> {
      await page.getByRole('button', { name: '新建入口' }).press('Enter');
      await expect(page.getByRole('textbox', { name: '名称' })).toBeFocused();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await expect(entry).toContainText(name);
    },
    sounds: page.getByRole('button', { name: '提示音' }),
    reasons: page.getByRole('menu').getByRole('menuitem'),
    shortcuts: page.getByTestId('shortcuts'),
    undoOf: (row: Locator) => row.getByRole('button', { name: '恢复' }),
    /** One line, always there; `data-mood` says in a word what it says in many. */
    network: page.getByTestId('pulse'),
    promise: page.getByTestId('pulse-details'),
    async press(...keys: string[]): Promise<void> {
      for (const key of keys) await page.keyboard.press(key);
    },
  };
}
