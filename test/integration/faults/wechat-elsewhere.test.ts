/** Each call that no phone waits for, spoiled in each way: the console is told what happened, by name. */
import { expect, test } from 'vitest';
import { noteFault } from '../../support/note-fault.ts';
import { type BadAccount, badWays, hurry, openAccount } from './bad-wechat.ts';
import { openVenue, type Venue } from './open-venue.ts';

interface Asked {
  status: number;
  body: unknown;
}

/** `spare`: a tag that may be deleted. */
type Who = BadAccount & { openid: string; spare: number };
type Call = (venue: Venue, who: Who) => Promise<Asked>;

function send(
  method: string,
  path: string,
  body: (account: { accountId: string; openid: string }) => object,
): Call {
  return async (venue, account) => {
    const facts = body(account);
    const { accountId } = account;
    const query = method === 'GET' ? `?accountId=${accountId}` : '';
    const init = query === '' ? { method, body: facts } : { method };
    const place = path.replace('{id}', accountId).replace('{spare}', `${account.spare}`);
    const answer = await venue.host().api(`/api${place}${query}`, init);
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
  };
}

/** Reads the follower directory until it is read, or says why it waits. */
const sync: Call = async (venue, { accountId }) => {
  await venue.ask('/api/followers/sync', { method: 'POST', body: { accountId } });
  const reading = new AbortController();
  const { consoleUrl, consoleToken } = venue.host();
  const feed = await fetch(`${consoleUrl}/api/followers/sync/live?accountId=${accountId}`, {
    headers: { authorization: `Bearer ${consoleToken}` },
    signal: reading.signal,
  });
  let text = '';
  for await (const chunk of feed.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const told = [...text.matchAll(/^data: (.*)$/gm)]
      .map(([, data = '{}']) => JSON.parse(data) as { state: string; reason: string | null })
      .find(({ state, reason }) => state === 'done' || reason !== null);
    if (told === undefined) continue;
    reading.abort();
    return { status: told.state === 'done' ? 200 : 504, body: { code: 'SYNC', ...told } };
  }
  throw new Error('the feed ended');
};

function tagging({ accountId, openid }: { accountId: string; openid: string }, add: boolean) {
  return { accountId, tagId: 100, openids: [openid], add };
}

const calls: readonly [path: string, call: Call][] = [
  ['/cgi-bin/tags/get', send('GET', '/tags', () => ({}))],
  [
    '/cgi-bin/tags/create',
    send('POST', '/tags', ({ accountId }) => ({ accountId, name: `t${performance.now()}` })),
  ],
  ['/cgi-bin/tags/update', send('PATCH', '/tags/100', ({ accountId }) => ({ accountId, name: 'Guests' }))],
  [
    '/cgi-bin/user/info/updateremark',
    send('POST', '/followers/remark', (who) => ({ ...who, remark: 'VIP' })),
  ],
  [
    '/cgi-bin/openapi/rid/get',
    send('POST', '/accounts/{id}/rid', () => ({ rid: '66666666-00000000-00040013' })),
  ],
  ['/cgi-bin/tags/delete', send('DELETE', '/tags/{spare}', ({ accountId }) => ({ accountId }))],
  ['/cgi-bin/tags/members/batchtagging', send('POST', '/followers/tag', (who) => tagging(who, true))],
  ['/cgi-bin/tags/members/batchuntagging', send('POST', '/followers/tag', (who) => tagging(who, false))],
  ['/cgi-bin/user/get', sync],
];
const doctor = send('POST', '/accounts/{id}/doctor', () => ({
  checks: ['token', 'user_info', 'quota', 'api_reachable'],
}));
const doctored = ['/cgi-bin/getcallbackip', '/cgi-bin/openapi/quota/get'];
const paths = [...calls.map(([path]) => path), ...doctored];

async function findingsOf(...who: Parameters<Call>): Promise<{ state: string; cause: string | null }[]> {
  const { status, body } = await doctor(...who);
  expect(status).toBe(200);
  return (body as { findings: { state: string; cause: string | null }[] }).findings;
}

const NAMED = ['WECHAT_UNREACHABLE', 'WECHAT_REFUSED', 'SYNC'];

test(`${paths.length} calls in ${badWays.length} ways`, { timeout: 60_000 }, async () => {
  const venue = await openVenue();
  await hurry(venue);
  let failures = 0;
  await Promise.all(
    badWays.map(async ([name, fault, value]) => {
      const account = await openAccount(venue);
      const openid = account.wechat.people.find('follower')?.openid ?? '';
      const who = { ...account, openid, spare: 101 };
      const after = await venue.ask<{ id: number }>('/api/tags', {
        method: 'POST',
        body: { accountId: account.accountId, name: 'spare' },
      });
      // Tags and remarks are known of people in the directory.
      expect(await sync(venue, who), name).toMatchObject({ status: 200 });
      const well = await findingsOf(venue, who);
      const before = account.wechat.calls.all();
      account.wechat.faults.on(fault, { paths, value });
      for (const { status, body } of await Promise.all(calls.map(([, call]) => call(venue, who)))) {
        // None of these answers says that it was done.
        expect(status, `${name} ${JSON.stringify(body)}`).toBeGreaterThanOrEqual(400);
        expect(status, `${name} ${JSON.stringify(body)}`).not.toBe(500);
        expect(NAMED, name).toContain((body as { code: string }).code);
        failures += 1;
      }
      const findings = await findingsOf(venue, who);
      for (const { state, cause } of findings) if (state !== 'ok') expect(cause, name).not.toBeNull();
      expect(findings.map(({ state }) => state)).not.toEqual(well.map(({ state }) => state));
      const met = paths.filter((path) => account.wechat.calls.count(path) > (before[path] ?? 0));
      expect(met, name).toEqual(paths);

      account.wechat.faults.off();
      expect(await findingsOf(venue, who), name).toMatchObject(
        well.map(({ state, cause }) => ({ state, cause })),
      );
      // A reading that waits tells of its last failure until it goes on.
      await expect.poll(async () => (await sync(venue, who)).status, { timeout: 15_000 }).toBe(200);
      for (const [path, call] of calls.filter(([, each]) => each !== sync)) {
        const { status, body } = await call(venue, { ...who, spare: after.id });
        // Nobody was refused under this rid: WeChat's own answer to it.
        const works = path.endsWith('/rid/get') ? (body as { data: object }).data : status < 300;
        expect(works, `${path} after ${name}: ${JSON.stringify(body)}`).toBeTruthy();
      }
    }),
  );
  expect(await venue.host().stop()).toBe(0);
  noteFault(
    'wechatElsewhere',
    `${paths.length} calls × ${badWays.length} faults: ${failures} failures, each with a name, and ${badWays.length} ` +
      `examinations, each with a cause for the doctor's ${doctored.length}; every call worked afterwards`,
  );
});
