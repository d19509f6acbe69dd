/** The lock, as an operator who leaves the desk to others: the PIN, what asks for it, and kiosk mode. */
import type { Page } from '@playwright/test';

export function createLock(page: Page) {
  const part = page.getByRole('region', { name: 'PIN 与自助模式' });
  const field = page.getByRole('textbox', { name: 'PIN', exact: true });
  return {
    /** Of the settings. */
    part,
    async setPin(pin: string): Promise<void> {
      await part.getByLabel('PIN', { exact: true }).fill(pin);
      await part.getByLabel('再输入一次').fill(pin);
      await part.getByRole('button', { name: '设置 PIN' }).click();
      await part.getByText('PIN 已设置。').waitFor();
    },
    startKiosk: part.getByRole('button', { name: '进入自助模式' }),
    /** In the header. */
    lockNow: page.getByRole('banner').getByRole('button', { name: '锁定', exact: true }),
    locked: page.getByRole('banner').getByRole('button', { name: '已锁定' }),
    /** In the place of a screen, named by its title. */
    screenLocked: (title: string) => page.getByRole('heading', { level: 1, name: `“${title}”已锁定` }),
    field,
    /** By keyboard. */
    async type(pin: string): Promise<void> {
      await field.fill(pin);
      await field.press('Enter');
    },
    /** By the keys on screen, as on a tablet. */
    async tap(pin: string): Promise<void> {
      for (const digit of pin) await page.getByRole('button', { name: `数字 ${digit}` }).click();
      await page.getByRole('button', { name: '确定' }).click();
    },
    leaveKiosk: page.getByRole('button', { name: '退出自助模式' }),
    navigation: page.getByRole('navigation', { name: '主导航' }),
  };
}
