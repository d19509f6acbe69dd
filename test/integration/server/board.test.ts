/** The board over HTTP: its key opens it and nothing else, and a screen that has none sees nothing. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { expect, test } from 'vitest';
import type { Contract } from '#shared/contract/contract.ts';
import { openDoor } from '../../support/door.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { bearer, openConsole } from './open-console.ts';
import { ask } from './open-listener.ts';

async function open() {
  const door = await openDoor();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>console</title>');
  writeFileSync(join(folder, 'board.html'), '<!doctype html><title>board</title>');
  const desk = await openConsole(door.app, folder);
  const { key } = (await desk.rest('POST', '/board/key')).json;
  /** A browser with this key, or with none. */
  function screen(headers: Record<string, string>): ContractRouterClient<Contract> {
    return createORPCClient(new RPCLink({ url: `${desk.url}/board/rpc`, headers }));
  }
  return { ...door, ...desk, key, screen, withKey: screen({ authorization: `Bearer ${key}` }) };
}

test('with its key a browser sees the board live, and nobody on it', async () => {
  const { scan, withKey, entry, close } = await open();
  const feed = await withKey.board.live();
  expect((await feed.next()).value).toMatchObject({ totals: { scanned: 0 } });
  const { key } = await scan('follower');
  const { value } = await feed.next();
  expect(value).toMatchObject({
    totals: { scanned: 1, followed: 1 },
    entries: [{ name: entry.name, url: expect.stringContaining(`/go/${entry.id}`) }],
    latest: [{ verdict: 'followed' }],
  });
  expect(JSON.stringify(value)).not.toMatch(/openid|o[\w-]{27}/);
  expect(JSON.stringify(value)).not.toContain(key);
  await feed.return(undefined);
  await close();
});

test('its key opens nothing else', async () => {
  const { url, key, withKey } = await open();
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  for (const path of [
    '/api/board',
    '/api/scans',
    '/api/accounts',
    '/api/board/settings',
    '/rpc/scans/list',
  ]) {
    expect((await ask(`${url}${path}`, { headers })).status, path).toBe(401);
  }
  await expect(withKey.scans.list({})).rejects.toMatchObject({ status: 404 });
  await expect(withKey.board.settings()).rejects.toMatchObject({ status: 404 });
  await expect(withKey.board.changeSettings({ title: 'x' })).rejects.toMatchObject({ status: 404 });
});

test('no key, a wrong one or an old one shows nothing, and guessing is slowed down', async () => {
  const { screen, withKey, rest } = await open();
  await expect(screen({}).board.get()).rejects.toMatchObject({ status: 401 });
  await rest('POST', '/board/key');
  await expect(withKey.board.get()).rejects.toMatchObject({ status: 401 });
  for (let guess = 0; guess < 8; guess += 1) {
    await expect(screen({ authorization: `Bearer fdb_${guess}` }).board.get()).rejects.toMatchObject({
      status: 401,
    });
  }
  await expect(screen({ authorization: 'Bearer fdb_x' }).board.get()).rejects.toMatchObject({ status: 429 });
  expect((await rest('GET', '/board/key')).json).toEqual({ hasKey: true });
  expect((await rest('DELETE', '/board/key')).status).toBe(204);
  expect((await rest('GET', '/board/key')).json).toEqual({ hasKey: false });
});

test('the page holds nothing, so it is given to anybody; a signed-in browser needs no key', async () => {
  const { url, signIn, screen } = await open();
  const page = await ask(`${url}/board`);
  expect([page.status, page.text]).toEqual([200, '<!doctype html><title>board</title>']);
  const cookie = await signIn();
  expect((await screen({ cookie }).board.get()).totals.scanned).toBe(0);
});

test('a program with the console token reads and sets it', async () => {
  const { rest, entry, url } = await open();
  const changed = await rest('PATCH', '/board/settings', { title: '开幕', entryIds: [entry.id] });
  expect(changed.json).toEqual({ title: '开幕', entryIds: [entry.id], showLatest: true });
  expect((await rest('GET', '/board')).json).toMatchObject({ title: '开幕', entries: [{ id: entry.id }] });
  expect((await ask(`${url}/board/rpc/board/get`, { headers: bearer })).status).toBe(401);
});
