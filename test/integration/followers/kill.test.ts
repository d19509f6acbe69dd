/** The promise: a sync that is killed loses nobody and asks for no finished page again, however many there are. */
import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '#simulator/platform.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { spawnHeadless } from '../server/spawn-headless.ts';

const PEOPLE = 100_000;
const APP = { appId: 'wx00112233445566', appSecret: 'a secret for this test', name: 'Directory' };

/** A WeChat with many followers, which remembers every `next_openid` it was asked for. */
async function openWeChat() {
  const pages: string[] = [];
  const lookedUp: number[] = [];
  const wechat = await startSimulator({
    apps: [APP],
    onCall(path, { next_openid: next }) {
      if (path === '/cgi-bin/user/get') pages.push(`${next}`);
      else if (path === '/cgi-bin/user/info/batchget') lookedUp.push(pages.length);
    },
  });
  onTestFinished(() => wechat.close());
  const openids = wechat.people.addMany(PEOPLE, { followEvery: 1 });
  return { wechat, pages, lookedUp, openids };
}

type Host = ReturnType<typeof spawnHeadless>;

/** The sync's progress, read from the feed until it says so. */
async function until(host: Host, accountId: string, isReached: (fetched: number, state: string) => boolean) {
  const { consoleUrl, consoleToken } = await host.ready();
  const response = await fetch(`${consoleUrl}/api/followers/sync/live?accountId=${accountId}`, {
    headers: { authorization: `Bearer ${consoleToken}` },
  });
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data === undefined) continue;
      const { fetched, state } = JSON.parse(data) as { fetched: number; state: string };
      if (isReached(fetched, state)) return { fetched, state };
    }
  }
  throw new Error('the feed ended');
}

test('100,000 followers, killed at 60 %: complete, and no page twice but the last', {
  timeout: 120_000,
}, async () => {
  const { wechat, pages, lookedUp, openids } = await openWeChat();
  const folder = temporaryFolder();
  const first = spawnHeadless(['--data-dir', folder]);
  const base = { apiBaseUrl: wechat.url, authorizeBaseUrl: wechat.url };
  const { id: accountId } = await first.rest('POST', '/accounts', {
    appId: APP.appId,
    appSecret: APP.appSecret,
    ...base,
  });
  expect(await first.rest('POST', '/followers/sync', { accountId })).toMatchObject({ state: 'running' });
  await until(first, accountId, (fetched) => fetched >= PEOPLE * 0.6);
  await first.stop('SIGKILL');
  const [asked, batches] = [pages.length, lookedUp.length];
  expect(batches).toBeLessThan((PEOPLE / 100) * 0.9);

  const second = spawnHeadless(['--data-dir', folder]);
  const list = (query: string) => second.rest('GET', `/followers?accountId=${accountId}&${query}`);
  expect(await list('limit=1')).toMatchObject({ items: [], total: 0, asOf: null });
  expect(await second.rest('POST', '/followers/sync', { accountId })).toMatchObject({ state: 'running' });
  const { state } = await until(second, accountId, (_fetched, now) => now !== 'running');
  expect(state).toBe('done');

  const again = pages.slice(asked);
  // The page it was killed in, and what comes after it: nothing before.
  expect(again[0]).toBe(pages[asked - 1]);
  expect(new Set(pages).size).toBe(pages.length - 1);
  // One resident follower beside the crowd; at most the hundred in flight is asked about twice.
  expect(lookedUp.length - Math.ceil((PEOPLE + 1) / 100)).toBeLessThanOrEqual(12);
  expect(await list('limit=1')).toMatchObject({ total: PEOPLE + 1 });
  for (const openid of [openids[0], openids[PEOPLE * 0.6], openids[PEOPLE - 1]]) {
    expect(await list(`q=${openid}`)).toMatchObject({ total: 1 });
  }
  expect(await second.stop()).toBe(0);
});
