/** The promise: a sync that is killed loses nobody and asks for nothing twice but what was in flight. */
import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '#simulator/platform.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { spawnHeadless } from '../server/spawn-headless.ts';

/** Full hundreds: a lone last one would be asked about singly. */
const PEOPLE = 100_000;
/** At 60 %, and in the middle of a page. */
const KILLED_AT = 605;
const APP = { appId: 'wx00112233445566', appSecret: 'a secret for this test', name: 'Directory' };

interface Batch {
  user_list: { openid: string }[];
}

/** A WeChat with many followers, which remembers every page and every hundred it was asked for. */
async function openWeChat() {
  const pages: string[] = [];
  const hundreds: string[][] = [];
  const heard = { hundred: (_count: number) => {} };
  const wechat = await startSimulator({
    apps: [APP],
    onCall(path, { next_openid: next }, body) {
      if (path === '/cgi-bin/user/get') pages.push(`${next}`);
      if (path !== '/cgi-bin/user/info/batchget') return;
      hundreds.push((JSON.parse(body) as Batch).user_list.map(({ openid }) => openid));
      heard.hundred(hundreds.length);
    },
  });
  onTestFinished(() => wechat.close());
  // One resident follows already.
  wechat.people.addMany(PEOPLE - 1, { followEvery: 1 });
  const openids = wechat.people.list().filter(({ following }) => following);
  return { wechat, pages, hundreds, heard, openids: openids.map(({ openid }) => openid) };
}

type Host = ReturnType<typeof spawnHeadless>;

/** The state in which the sync ends, read from its feed. */
async function endOfSync(host: Host, accountId: string): Promise<string> {
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
      const { state } = JSON.parse(data ?? '{}') as { state?: string };
      if (state !== undefined && state !== 'running') return state;
    }
  }
  throw new Error('the feed ended');
}

function twice(things: readonly string[]): string[] {
  const seen = new Set<string>();
  return things.filter((thing) => seen.size === seen.add(thing).size);
}

test('100,000 followers, killed at 60 %: complete, and nothing asked twice but what was in flight', {
  timeout: 180_000,
}, async () => {
  const { wechat, pages, hundreds, heard, openids } = await openWeChat();
  const folder = temporaryFolder();
  const first = spawnHeadless(['--data-dir', folder]);
  const { appId, appSecret } = APP;
  const addresses = { apiBaseUrl: wechat.url, authorizeBaseUrl: wechat.url };
  const { id: accountId } = await first.rest('POST', '/accounts', { appId, appSecret, ...addresses });
  heard.hundred = (count) => {
    // Before it is answered: what it asks for is in flight, and never written.
    if (count === KILLED_AT) void first.stop('SIGKILL');
  };
  expect(await first.rest('POST', '/followers/sync', { accountId })).toMatchObject({ state: 'running' });
  expect(await first.ended).toBeNull();
  const [page] = pages.slice(-1);
  expect([pages.length, hundreds.length]).toEqual([7, KILLED_AT]);

  const second = spawnHeadless(['--data-dir', folder]);
  const list = (query: string) => second.rest('GET', `/followers?accountId=${accountId}&${query}`);
  expect(await list('limit=1')).toMatchObject({ items: [], total: 0, asOf: null });
  expect(await second.rest('POST', '/followers/sync', { accountId })).toMatchObject({ state: 'running' });
  expect(await endOfSync(second, accountId)).toBe('done');

  expect(twice(pages)).toEqual([page]);
  expect(twice(hundreds.flat())).toEqual(hundreds[KILLED_AT - 1]);
  expect(new Set(hundreds.flat())).toEqual(new Set(openids));
  expect(await list('limit=1')).toMatchObject({ total: PEOPLE, totalIsExact: true });
  for (const openid of [openids[0], ...(hundreds[KILLED_AT - 1] ?? []).slice(-1), openids.at(-1)]) {
    expect(await list(`q=${openid}`)).toMatchObject({ total: 1, items: [{ openid }] });
  }
  expect(await second.stop()).toBe(0);
});
