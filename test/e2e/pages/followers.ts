/** The followers screen, as an admin who looks after the people of an account. */
import type { Page } from '@playwright/test';

export function createFollowersScreen(page: Page) {
  const rows = page.getByTestId('follower-row');
  const card = page.getByRole('article', { name: '个人详情' });
  const dialog = page.getByRole('dialog');
  const tagRows = page.getByTestId('tag-row');
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  /** In the list of the select that is open. */
  const option = (name: string) => page.locator('.ant-select-item-option:visible', { hasText: name });
  return {
    page,
    rows,
    card,
    dialog,
    tagRows,
    tagsOf: (row: number) => rows.nth(row).locator('[data-column="tags"]'),
    total: page.getByTestId('total'),
    /** Of what time the list is, and what is the matter with that. */
    asOf: page.getByTestId('as-of'),
    /** How a sync goes, while one is not complete; `data-state` is its state. */
    sync: page.getByTestId('sync'),
    startFirst: button('开始同步'),
    syncAgain: button('重新同步'),
    pause: button('暂停'),
    goOn: button('继续'),
    tryNow: button('现在就试'),
    search: (text: string) => page.getByRole('textbox', { name: /unionid/ }).fill(text),
    reset: () => button('清除筛选').first().click(),
    /** Chooses in one of the filters, which is called `filter`. */
    async choose(filter: '标签' | '来源', choice: string): Promise<void> {
      await page.getByRole('search').getByRole('combobox', { name: filter }).click();
      await option(choice).click();
    },
    change: (name: string) => page.getByRole('radiogroup', { name: '和上一次同步相比' }).getByText(name),
    open: (row: number) => rows.nth(row).locator('td').nth(2).click(),
    async remark(text: string): Promise<void> {
      await card.getByRole('button', { name: '修改备注名' }).click();
      await card.getByRole('textbox', { name: '备注名' }).fill(text);
      await page.keyboard.press('Enter');
    },
    async addTag(name: string): Promise<void> {
      await card.getByRole('button', { name: '添加标签' }).click();
      await option(name).click();
    },
    takeTagOff: (name: string) => card.getByRole('button', { name: `去掉“${name}”` }).click(),
    close: () => page.keyboard.press('Escape'),
    select: (row: number, shift = false) =>
      rows
        .nth(row)
        .getByRole('checkbox')
        .click({ modifiers: shift ? ['Shift'] : [] }),
    selectAll: () => page.getByRole('checkbox', { name: '选中符合条件的全部' }).click(),
    selected: page.getByRole('region', { name: '选中的人' }),
    /** Puts a tag on who is selected, and leaves the report open. */
    async tagSelected(name: string): Promise<void> {
      await page.getByRole('region', { name: '选中的人' }).getByRole('button', { name: '打标签' }).click();
      await dialog.getByRole('combobox', { name: '标签' }).click();
      await option(name).click();
      await dialog.getByRole('button', { name: '打标签' }).click();
    },
    refused: dialog.getByTestId('refused'),
    closeReport: () => dialog.locator('.ant-modal-footer .ant-btn-primary').click(),
    manageTags: () => button('管理标签').click(),
    async createTag(name: string): Promise<void> {
      await dialog.getByRole('textbox', { name: '新标签的名字' }).fill(name);
      await page.keyboard.press('Enter');
    },
    async renameTag(name: string, to: string): Promise<void> {
      await button(`给“${name}”改名`).click();
      await page.getByRole('textbox', { name: `“${name}”的新名字` }).fill(to);
      await page.keyboard.press('Enter');
    },
    async removeTag(name: string): Promise<void> {
      await button(`删除“${name}”`).click();
      await page.locator('.ant-modal-footer .ant-btn-dangerous').click();
    },
  };
}
