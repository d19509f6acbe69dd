/** People looked up: pasted, dropped, scanned; answered in the order given, and taken along as a file. */
import { readFile } from 'node:fs/promises';
import { readWorkbook } from '#renderer/lookup/read-workbook.ts';
import type { Simulator } from '#simulator/platform.ts';
import { test as base, expect } from '../fixtures/test.ts';
import { useWeChat } from '../fixtures/wechat.ts';
import { createAccountsScreen } from '../pages/accounts.ts';
import type { Console } from '../pages/console.ts';
import { createLookupScreen } from '../pages/lookup.ts';

const test = base.extend<{ wechat: Simulator }>({ sandbox: false, wechat: useWeChat });

const BATCH = '/cgi-bin/user/info/batchget';
const FOREIGN = 'oAnotherAccounts000000000000';

async function openLookup(desk: Console, wechat: Simulator) {
  await desk.open('accounts');
  const accounts = createAccountsScreen(desk.page);
  await accounts.add(wechat.url);
  await expect(accounts.works).toBeVisible();
  await desk.open('lookup');
  const lookup = createLookupScreen(desk.page);
  await expect(lookup.text).toBeFocused();
  return lookup;
}

async function sheetOf(path: string): Promise<string[][]> {
  const [sheet] = await readWorkbook(Uint8Array.from(await readFile(path)).buffer);
  return sheet?.rows ?? [];
}

test('a list with every separator becomes mixed results, and a file that holds them in order', async ({
  console: desk,
  wechat,
  running,
}) => {
  test.slow();
  const crowd = wechat.people.addMany(120);
  const lookup = await openLookup(desk, wechat);
  const separators = ['\n', ',', '，', '\t', ';', '、', ' ', '\r\n', '|', '"\n"'];
  const list = crowd.map((openid, index) => `${openid}${separators[index % separators.length]}`).join('');

  await test.step('what is left out is told by line', async () => {
    await lookup.paste(`\uFEFF${list}\n张三\n${crowd[7]}\n${FOREIGN}`);
    await expect(lookup.start).toHaveText('查询 121 个');
    const last = list.split('\n').length;
    const strays = await lookup.leftOut(/1 处不是 openid/);
    await expect(strays).toContainText(new RegExp(`第 ${last + 1} 行张三`));
    await lookup.close();
    await expect(strays).toBeHidden();
    const repeats = await lookup.leftOut(/1 个重复/);
    await expect(repeats).toContainText(`第 ${last + 2} 行`);
    await expect(repeats).not.toContainText(crowd[7] ?? '');
    await lookup.close();
  });

  await test.step('Ctrl and Enter start it; one that is not ours spoils nothing', async () => {
    await lookup.text.press('Control+Enter');
    await expect(lookup.rows.first()).toHaveAttribute('data-verdict', 'followed');
    await expect(lookup.row(2)).toHaveAttribute('data-verdict', 'not_followed');
    await lookup.filter(/未知 1/);
    await expect(lookup.rows).toHaveCount(1);
    await expect(lookup.rows).toContainText('微信不认这个 openid');
    await lookup.open(1);
    await expect(lookup.card).toContainText('另一个公众号');
    await expect(lookup.card).toContainText('40003');
    await lookup.close();
    await expect(lookup.card).toBeHidden();
    await lookup.filter(/全部/);
  });

  await test.step('whole: every openid as it was, in the order given', async () => {
    const path = await running.save(() => lookup.export(/^Excel/, 'whole'));
    await lookup.close();
    const [headings = [], ...rows] = await sheetOf(path);
    const column = headings.indexOf('openid');
    expect(rows.map((row) => row[column])).toEqual([...crowd, FOREIGN]);
    const verdicts = rows.map((row) => row[headings.indexOf('verdict')]);
    expect(verdicts.slice(0, 2)).toEqual(['followed', 'not_followed']);
    expect(verdicts.at(-1)).toBe('unknown');

    await lookup.drop({ name: '查询结果.xlsx', content: await readFile(path) });
    await expect(lookup.start).toHaveText('查询 121 个');
    await desk.page.getByRole('button', { name: '不用它' }).click();
  });

  await test.step('masked: not one openid in it, and it says so when it is dropped here', async () => {
    const path = await running.save(() => lookup.export(/^JSON/, 'masked'));
    await lookup.close();
    const content = await readFile(path, 'utf8');
    expect(content.trim().split('\n')).toHaveLength(121);
    for (const openid of [...crowd, FOREIGN]) expect(content).not.toContain(openid);
    await lookup.drop({ name: 'masked.jsonl', content: await readFile(path) });
    await expect(lookup.box.getByRole('alert')).toContainText('遮住');
    await expect(lookup.start).toBeDisabled();
  });
});

test('a table from a Chinese Windows is dropped: the column of openids is found, another can be chosen', async ({
  console: desk,
  wechat,
}) => {
  const crowd = wechat.people.addMany(3);
  const lookup = await openLookup(desk, wechat);
  // "姓名,openid,unionid" and "张,…" in GBK.
  const rows = crowd.map((openid, index) => [
    0xd5,
    0xc5,
    ...Buffer.from(`,${openid},o${index}${'u'.repeat(26)}\r\n`),
  ]);
  const headings = [0xd0, 0xd5, 0xc3, 0xfb, ...Buffer.from(',openid,unionid\r\n')];
  await lookup.drop({ name: '名单.csv', content: Uint8Array.from([...headings, ...rows.flat()]) });
  await expect(lookup.box).toContainText('名单.csv');
  await expect(lookup.box).toContainText('B 列 · openid');
  await expect(lookup.start).toHaveText('查询 3 个');
  await expect(lookup.start).toBeFocused();
  await lookup.box.getByRole('combobox', { name: 'openid 在' }).click();
  await desk.page.locator('.ant-select-item-option', { hasText: '姓名' }).click();
  await expect(lookup.box.getByRole('alert')).toContainText('这里没有 openid');
  await lookup.drop({ name: 'empty.txt', content: new Uint8Array() });
  await expect(lookup.box.getByRole('alert')).toContainText('empty.txt：文件是空的');
  await lookup.drop({ name: 'list.txt', content: Buffer.from(crowd.join('\n')) });
  await lookup.start.click();
  await expect(lookup.rows).toHaveCount(3);
  await expect(lookup.rows.nth(2)).toContainText('点图文里的公众号名称');

  await test.step('with openids shown whole, none of them covers what stands beside it', async () => {
    await expect(lookup.rows.first()).not.toContainText(crowd[0] ?? '');
    await desk.open('settings');
    await desk.page.getByRole('switch', { name: /遮/ }).click();
    await desk.page.goBack();
    await expect(lookup.rows.first()).toContainText(crowd[0] ?? '');
    const [openid, time] = [
      lookup.rows.first().locator('.masked-openid'),
      lookup.rows.first().getByText('2024-'),
    ];
    const [left, right] = [await openid.boundingBox(), await time.boundingBox()];
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(right?.x ?? 0);
  });
});

test('a scanner asks about one after the other, wherever the focus is', async ({ console: desk, wechat }) => {
  const [stranger = ''] = wechat.people.addMany(1, { followEvery: 0 });
  const follower = wechat.people.find('follower')?.openid ?? '';
  const lookup = await openLookup(desk, wechat);
  await lookup.scan(follower);
  await expect(lookup.card).toContainText('已关注');
  await expect(lookup.card).toContainText('扫描二维码');
  await expect(lookup.card).toContainText('星标组');
  await expect(lookup.card).toContainText('老会员');
  await expect(lookup.card).not.toContainText(follower);
  await lookup.card.getByRole('button', { name: /关于“昵称/ }).click();
  await expect(lookup.card).toContainText('2021 年 12 月 27 日');
  await lookup.scan(stranger);
  await expect(lookup.card).toContainText('未关注');
  await lookup.scan(stranger.slice(1));
  await expect(lookup.box.getByRole('alert')).toContainText('这里没有 openid');
  await lookup.scan(follower);
  await expect(lookup.card).toContainText('已关注');
  expect(wechat.calls.count('/cgi-bin/user/info')).toBe(3);
  expect(wechat.calls.count(BATCH)).toBe(0);
});
