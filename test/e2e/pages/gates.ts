/** Every entry at once, and the dialog that makes many. */
import type { Page } from '@playwright/test';
import type { Entry } from '#shared/model/entry.ts';

export function createGatesView(page: Page) {
  const gate = (name: string) =>
    page.getByTestId('gate').filter({ has: page.getByRole('button', { name, exact: true }) });
  return {
    gates: page.getByTestId('gate'),
    gate,
    /** `scanned`, `followed`, `not_followed` or `unknown` of one gate. */
    count: (name: string, what: string) => gate(name).getByTestId(`gate-${what}`),
    show: (view: '单个入口' | '入口一览') => page.getByLabel('显示方式').getByText(view).click(),
    range: (range: '今天' | '全部时间') => page.getByLabel('统计范围').getByText(range).click(),
  };
}

export function createBulkDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: '批量新建入口' });
  return {
    dialog,
    rows: dialog.getByTestId('bulk-row'),
    pattern: dialog.getByLabel('名称', { exact: true }),
    count: dialog.getByLabel('个数'),
    list: dialog.getByLabel('每行一个名称'),
    byList: dialog.getByText('粘贴名单'),
    create: dialog.getByRole('button', { name: /创建 \d+ 个入口|有 \d+ 行要改/ }),
    makePosters: dialog.getByRole('link', { name: '制作海报' }),
  };
}

/** Adds entries to the account of another one, as a program would. */
export async function addEntries(page: Page, accountId: string, names: readonly string[]): Promise<void> {
  const items = names.map((name) => ({ name }));
  const { origin } = new URL(page.url());
  const sent = { data: { accountId, items }, headers: { origin } };
  const answer = await page.request.post(`${origin}/api/entries/bulk`, sent);
  if (!answer.ok()) throw new Error(await answer.text());
}

/** The entries as the host has them, each with its short link. */
export async function entriesOf(page: Page): Promise<(Entry & { link: string })[]> {
  const read = async (path: string) => (await page.request.get(new URL(path, page.url()).href)).json();
  const { items }: { items: Entry[] } = await read('/api/entries');
  return Promise.all(
    items.map(async (entry) => {
      const code = await read(`/api/entries/${entry.id}/code`);
      return { ...entry, link: code.entryUrl };
    }),
  );
}
