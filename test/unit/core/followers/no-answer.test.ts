/** What comes between a sync and its end: nonsense, a dead token, an account that changes. Nobody is lost by it. */
import { describe, expect, test } from 'vitest';
import { NotFound, SecretMissing, WeChatUnreachable } from '#core/errors.ts';
import { openSync } from './opened-sync.ts';
import { account, accounts, refused } from './scripted-wechat.ts';

describe('an answer that is no answer', () => {
  const html = new WeChatUnreachable('/cgi-bin/user/info/batchget', 'bad_reply', 'text/html');

  test('a gateway’s page is asked again, and then ends it with its name', async () => {
    const { client, sync } = openSync();
    let pages = 2;
    client.beforeLookup = () => {
      if (pages-- > 0) throw html;
    };
    expect(await sync()).toMatchObject({ state: 'done', fetched: 450 });
    client.beforeLookup = ([openid]) => {
      if (openid === 'o0300') throw html;
    };
    expect(await sync()).toMatchObject({ state: 'failed', reason: 'bad_reply', fetched: 300 });
  });

  test('a token that stays dead ends it with its name; the next goes on where it was', async () => {
    const { client, sync } = openSync();
    client.beforeLookup = ([openid]) => {
      if (openid === 'o0300') throw refused(40001);
    };
    expect(await sync()).toMatchObject({ state: 'failed', reason: 'token', errcode: 40001, fetched: 300 });
    client.beforeLookup = () => {};
    client.lookedUp = [];
    expect(await sync()).toMatchObject({ state: 'done', fetched: 450 });
    expect(client.lookedUp).toHaveLength(150);
  });
});

describe('the account', () => {
  test('a secret that is changed meanwhile is used from the next call on', async () => {
    const { client, known, sync } = openSync();
    const used: string[] = [];
    const { lookupMany } = client;
    client.lookupMany = async (credentials, openids) => {
      used.push(credentials.appSecret);
      known.credentials = (id) => ({ ...accounts.credentials(id), appSecret: 'another secret' });
      return lookupMany(credentials, openids);
    };
    expect(await sync()).toMatchObject({ state: 'done' });
    expect(new Set(used.slice(1))).toEqual(new Set(['another secret']));
  });

  test('a secret that goes missing meanwhile ends it with its name', async () => {
    const { client, known, sync } = openSync();
    client.beforeLookup = ([openid]) => {
      if (openid !== 'o0200') return;
      known.credentials = (id) => {
        throw new SecretMissing(id, 'missing');
      };
    };
    expect(await sync()).toMatchObject({ state: 'failed', reason: 'credentials', fetched: 300 });
  });

  test('removed meanwhile: the sync ends, its listeners too, and no row is left', async () => {
    const { client, database, followers, known, sync } = openSync();
    const reached = Promise.withResolvers<void>();
    client.beforeLookup = ([openid]) => {
      if (openid === 'o0200') reached.resolve();
    };
    const settled = sync();
    const feed = followers.progress(account.id, undefined);
    await feed.next();
    await reached.promise;
    known.credentials = (id) => {
      throw new NotFound('account', id);
    };
    await followers.forget(account.id);
    await settled;
    for await (const { state } of feed) expect(state).not.toBe('done');
    for (const table of ['followers', 'arriving_followers', 'directories']) {
      expect(database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()).toEqual({ rows: 0 });
    }
  });
});
