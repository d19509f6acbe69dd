/** The phone's pages over real sockets: choosing who scans, WeChat's page errors, following afterwards. */
import { expect, test } from 'vitest';
import { openClient } from './client.ts';

async function page(url: string, init?: RequestInit) {
  const response = await fetch(url, init);
  const html = await response.text();
  return { response, html, size: Buffer.byteLength(html) };
}

function expectSoundPage({ response, html, size }: Awaited<ReturnType<typeof page>>): void {
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(size).toBeLessThan(10_000);
  expect(html).toContain('<html lang="zh-CN">');
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).not.toContain('<script');
  // Nothing is fetched from anywhere: no address but those of the page's own links.
  expect(html.match(/(src=|url\(|@import|<link rel="(?!icon" href="data:,"))/g)).toBeNull();
}

test('the page offers five people, each a plain link to the callback', async () => {
  const { link } = await openClient();
  const offered = await page(link());
  expectSoundPage(offered);
  const choices = [...offered.html.matchAll(/data-person="(\w+)" href="([^"]+)"/g)];
  expect(choices.map(([, kind]) => kind)).toEqual(['follower', 'stranger', 'declines', 'snapshot', 'new']);
  for (const [, kind, href = ''] of choices) {
    const url = new URL(href.replaceAll('&amp;', '&'), link());
    const { status, headers } = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'application/json' },
    });
    expect(status).toBe(302);
    const target = new URL(headers.get('location') ?? '');
    expect(target.searchParams.has('code')).toBe(kind !== 'declines');
    expect(target.searchParams.get('state')).toBe('abc123');
  }
});

test('a broken link gets WeChat’s page with the code, as status 200, and no callback', async () => {
  const { link, appId, simulator } = await openClient();
  const wrong: [string, string][] = [
    [link().replace(appId, 'wx0000000000000000'), '10016'],
    [link().replace(`appid=${appId}&`, ''), '10012'],
    [link().replace(/redirect_uri=[^&]+/, 'redirect_uri='), '10011'],
    [link({ scope: '' }), '10010'],
    [link({ redirectUri: 'callback.example' }), '10003'],
    [link().replace('response_type=code&scope=snsapi_base', 'scope=snsapi_base&response_type=code'), ''],
    [link({ state: 'not_base62', as: 'follower' }), ''],
    [`${simulator.url}/connect/oauth2/authorize`, '10012'],
  ];
  for (const [url, code] of wrong) {
    const shown = await page(url, { redirect: 'manual' });
    expectSoundPage(shown);
    expect(shown.response.status).toBe(200);
    expect(shown.html).toContain(`data-errcode="${code}"`);
  }
});

test('a redirect address outside the account’s domains is 10003', async () => {
  const app = { appId: 'wx1', appSecret: 's', name: '甲', redirectDomains: ['desk.example'] };
  const { link } = await openClient({ apps: [app] });
  expect((await page(link())).html).toContain('data-errcode="10003"');
  expect((await page(link({ redirectUri: 'https://desk.example/x' }))).html).toContain(
    'data-person="follower"',
  );
});

test('nobody of that name cannot scan, and a page error can be switched on', async () => {
  const { link, simulator } = await openClient();
  expect((await page(link({ as: 'nobody' }))).response.status).toBe(404);
  simulator.faults.answer({ path: '/connect/oauth2/authorize', errcode: 10009, times: 1 });
  expect((await page(link({ as: 'follower' }))).html).toContain('data-errcode="10009"');
});

test('a stranger scans, follows from the next page, and is a follower', async () => {
  const { link, scan, simulator, openid, token, get } = await openClient();
  expect((await page(link())).html).not.toContain('data-follow-now');
  await scan('stranger');
  const offer = /class="note" href="([^"]+)" data-follow-now/.exec((await page(link())).html);
  const profileUrl = `${simulator.url}${offer?.[1]?.replaceAll('&amp;', '&')}`;
  const profile = await page(profileUrl);
  expectSoundPage(profile);
  expect(profile.html).toContain('data-follow="stranger"');
  const fields = new URLSearchParams(
    [...profile.html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
  const followed = await page(`${simulator.url}/phone/follow`, { method: 'POST', body: fields });
  expect(followed.response.url).toBe(profileUrl);
  expect(followed.html).toContain('data-unfollow="stranger"');
  const query = { access_token: await token(), openid: openid('stranger') };
  expect(await get('/cgi-bin/user/info', query)).toMatchObject({
    subscribe: 1,
    subscribe_scene: 'ADD_SCENE_PROFILE_LINK',
  });
  expect((await page(link())).html).not.toContain('data-follow-now');
});

test('the account page flips each person', async () => {
  const { simulator, scan, openid, appId } = await openClient();
  const url = simulator.accountUrl();
  expect((await page(`${simulator.url}/`)).response.url).toBe(url);
  const before = await page(url);
  expectSoundPage(before);
  expect(before.html).toContain('data-unfollow="follower"');
  expect(before.html).toContain('data-follow="stranger"');
  expect(before.html).not.toContain('data-follow="new"');
  await scan('new');
  expect((await page(url)).html).toContain('data-follow="new"');
  const flip = (who: string, follow: string) =>
    page(url, { method: 'POST', body: new URLSearchParams({ openid: openid(who), follow }) });
  expect((await flip('new', '1')).html).toContain('data-unfollow="new"');
  expect((await flip('follower', '0')).html).toContain('data-follow="follower"');
  expect(simulator.people.find('new')?.following).toBe(true);
  expect(simulator.people.find('follower')?.following).toBe(false);
  expect((await page(`${simulator.url}/phone/follow?appid=${appId}`)).response.url).toBe(url);
});

test('pages for people and accounts that do not exist are 404', async () => {
  const { simulator, appId } = await openClient();
  const paths = ['/phone/account/wx0', '/phone/follow', `/phone/follow?appid=${appId}&openid=nobody`];
  for (const path of paths) expect((await page(simulator.url + path)).response.status).toBe(404);
  const body = new URLSearchParams({ openid: 'follower', follow: '0' });
  expect((await page(simulator.accountUrl(), { method: 'POST', body })).response.status).toBe(404);
});

test('an account’s name is written, not obeyed', async () => {
  const { link, simulator } = await openClient({
    apps: [{ appId: 'wx1', appSecret: 's', name: '<b onclick=x>"&' }],
  });
  for (const url of [link(), simulator.accountUrl()]) {
    const { html } = await page(url);
    expect(html).toContain('&lt;b onclick=x&gt;&quot;&amp;');
    expect(html).not.toContain('<b onclick');
  }
  expect((await page(`${link()}&x="><i>`)).html).not.toContain('"><i>');
});
