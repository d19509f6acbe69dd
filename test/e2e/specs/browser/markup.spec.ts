/**
 * Whatever people type, phones carry and WeChat answers is text on every screen. The answers themselves are the
 * business of test/integration/faults; here a real browser has been given them. In the browser only: same pages.
 */
import type { Locator } from '@playwright/test';
import type { HeadlessHost } from '../../../support/headless-host.ts';
import { expect, giveAccount, test } from '../../fixtures/machines.ts';
import { createBoardPage } from '../../pages/board.ts';
import { createFollowersScreen } from '../../pages/followers.ts';
import { createLookupScreen } from '../../pages/lookup.ts';
import { createPostersScreen } from '../../pages/posters.ts';
import { createRecordsScreen } from '../../pages/records.ts';

/** As long as the shortest field, a tag's thirty bytes, takes it. */
const MARKUP = '<img src=x onerror=ran()>';

/** A phone's visit, with a `param` of its own. */
async function visit({ callbackUrl }: HeadlessHost, entryId: string): Promise<void> {
  const go = `${callbackUrl}/go/${entryId}?param=${encodeURIComponent(MARKUP)}`;
  const location = (await fetch(go, { redirect: 'manual' })).headers.get('location') ?? '';
  const shown = await fetch(`${location.split('#')[0]}&as=follower`);
  expect(shown.url).toContain('/r/');
}

async function change(host: HeadlessHost, method: string, path: string, body: object): Promise<void> {
  const answer = await host.api(path, { method, body });
  expect(answer.ok, `${path} ${answer.status}`).toBe(true);
}

/** Shown here as it was typed, and made into nothing anywhere. */
async function expectText(place: Locator, where: string): Promise<void> {
  await expect(place.getByText(MARKUP).first(), where).toBeVisible();
  await expect(place.page().locator('[onerror], img[src="x"]'), where).toHaveCount(0);
}

test('a script in every field is text on every screen, on the board and on paper', async ({
  machine,
  wechat,
}) => {
  const here = await machine();
  const { host, console: desk } = here;
  const { page } = desk;
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const { accountId, entryId } = await giveAccount(here, wechat);
  const openid = wechat.people.find('follower')?.openid ?? '';
  const person = { accountId, openid };
  await change(host, 'PATCH', `/api/accounts/${accountId}`, { name: MARKUP });
  await change(host, 'PATCH', `/api/entries/${entryId}`, { name: MARKUP, param: MARKUP });
  await change(host, 'PATCH', '/api/board/settings', { title: MARKUP });
  await change(host, 'POST', '/api/tags', { accountId, name: MARKUP });
  await change(host, 'POST', '/api/followers/sync', { accountId });
  for (const path of ['/api/people/note', '/api/followers/remark']) {
    const text = path.endsWith('note') ? { note: MARKUP } : { remark: MARKUP };
    await expect
      .poll(async () => (await host.api(path, { method: 'POST', body: { ...person, ...text } })).ok)
      .toBe(true);
  }
  await change(host, 'POST', '/api/followers/tag', { accountId, tagId: 102, openids: [openid], add: true });
  await visit(host, entryId);
  await visit(host, entryId);
  const { items } = await (await host.api('/api/scans')).json();
  await change(host, 'POST', `/api/scans/${items[0].id}/annul`, { reason: MARKUP });
  await page.reload();

  const main = page.locator('#main');
  for (const screen of ['desk', 'accounts'] as const) {
    await desk.open(screen);
    await expectText(main, screen);
  }

  await desk.open('followers');
  const followers = createFollowersScreen(page);
  await expectText(followers.rows.first(), 'followers');
  await followers.open(0);
  await expectText(followers.card, 'a card');
  await followers.close();

  await desk.open('lookup');
  const lookup = createLookupScreen(page);
  await lookup.paste(openid);
  await lookup.start.click();
  await expectText(lookup.card, 'lookup');
  await lookup.card.getByText('微信的原始回复').click();
  await expectText(lookup.card.locator('pre'), 'what WeChat said');

  await desk.open('records');
  const records = createRecordsScreen(page);
  await expectText(records.rows.first(), 'records');
  await records.open(0);
  await expectText(records.details, 'a scan');
  await records.close();
  await page.locator('.records-actions button').last().click();
  await page.locator('.print input[type=checkbox]').first().check();
  await expectText(page.locator('.paper-list'), 'the paper');
  await page.keyboard.press('Escape');

  await desk.open('desk');
  await page.getByRole('button', { name: '入口操作' }).click();
  await page.getByRole('menuitem', { name: /海报/ }).click();
  const posters = createPostersScreen(page);
  await posters.preview.waitFor();
  await expectText(main, 'posters');

  await desk.open('desk');
  await page.getByRole('button', { name: '大屏' }).click();
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: '打开大屏' }).click();
  const projector = await opened;
  await expect(createBoardPage(projector).entries).toHaveCount(1);
  await expectText(projector.locator('body'), 'the board');
  expect(dialogs).toEqual([]);
});
