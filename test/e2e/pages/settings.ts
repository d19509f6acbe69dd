/** The settings screen, as an admin who moves house: its parts, the network, secrets, and settings kept safe. */
import type { Download, Locator, Page } from '@playwright/test';

const CHOICES = { weak: /^弱加密保存/, memory: /^只放在内存里/ } as const;

export function createSettingsScreen(page: Page) {
  const part = (title: string) => page.getByRole('region', { name: title, exact: true });
  const network = part('网络');
  const secrets = part('密钥');
  const exporting = part('导出');
  const importing = part('导入');
  const backups = part('备份');
  const dialog = page.getByRole('dialog');
  /** For an export, twice. */
  async function typePassword(password: string, again = password): Promise<void> {
    await exporting.getByLabel('密码', { exact: true }).fill(password);
    await exporting.getByLabel('再输入一次').fill(again);
  }

  return {
    network,
    secrets,
    exporting,
    importing,
    backups,
    /** By the navigation inside the screen. */
    async goTo(title: string): Promise<void> {
      await page.getByRole('navigation', { name: '本页内容' }).getByRole('link', { name: title }).click();
    },
    async decide(choice: keyof typeof CHOICES): Promise<void> {
      await secrets.getByRole('radio', { name: CHOICES[choice] }).check();
      await secrets.getByRole('button', { name: '确定' }).click();
    },
    async useProxy(proxy: { url: string; user?: string; password?: string }): Promise<void> {
      await network.getByLabel('代理地址').fill(proxy.url);
      if (proxy.user !== undefined) await network.getByLabel('代理用户名').fill(proxy.user);
      if (proxy.password !== undefined) await network.getByLabel('代理密码').fill(proxy.password);
      await network.getByRole('button', { name: '保存网络设置' }).click();
    },
    testConnection: network.getByRole('button', { name: '测试连接' }),
    typePassword,
    exportFile: exporting.getByRole('button', { name: '导出文件' }),
    async export(password: string): Promise<Download> {
      await typePassword(password);
      const download = page.waitForEvent('download');
      await exporting.getByRole('button', { name: '导出文件' }).click();
      return download;
    },
    async chooseFile(text: string, name = 'settings.followdesk'): Promise<void> {
      const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
      await importing.locator('input[type=file]').setInputFiles(file);
    },
    /** With the chosen file: what it holds, before anything changes. */
    async lookInside(password: string): Promise<void> {
      await importing.getByLabel('导出时设的密码').fill(password);
      await importing.getByRole('button', { name: '看看里面有什么' }).click();
    },
    async import(): Promise<void> {
      await importing.getByRole('button', { name: '导入', exact: true }).click();
    },
    /** The kept versions, the latest first; `data-valid` says whether one can be restored. */
    versions: backups.locator('tr[data-valid]'),
    restoreOf: (version: Locator) => version.getByRole('button', { name: /^恢复/ }),
    question: dialog,
    /** Answers the question before a restore. */
    confirmRestore: dialog.getByRole('button', { name: '恢复', exact: true }),
  };
}
