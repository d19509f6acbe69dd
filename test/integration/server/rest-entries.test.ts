/** Many entries in one call, over the real core: all of them, or none and which of them is to blame. */
import { expect, test } from 'vitest';
import { openDoor } from '../../support/door.ts';
import { openConsole } from './open-console.ts';

async function openRest() {
  const door = await openDoor();
  return { ...door, ...(await openConsole(door.app)) };
}

const namesIn = (answer: { json: { items: { name: string }[] } }) =>
  answer.json.items.map(({ name }) => name);

test('many entries are made in one call, each with a short link of its own', async () => {
  const { rest, entry, callbackUrl } = await openRest();
  const { accountId } = entry;
  const items = Array.from({ length: 200 }, (_, index) => ({
    name: `门 ${index + 1}`,
    param: `g${index + 1}`,
  }));
  const created = await rest('POST', '/entries/bulk', { accountId, scope: 'snsapi_userinfo', items });
  expect(created.status).toBe(201);
  expect(created.json.items[41]).toEqual({
    id: expect.stringMatching(/^[a-z2-7]{10}$/),
    accountId,
    name: '门 42',
    scope: 'snsapi_userinfo',
    param: 'g42',
  });
  expect(namesIn(await rest('GET', `/entries?accountId=${accountId}`)).slice(1)).toEqual(namesIn(created));
  const { id } = created.json.items[199];
  expect((await rest('GET', `/entries/${id}/code`)).json.entryUrl).toBe(`${callbackUrl}/go/${id}`);
});

test.each([
  ['a name that is empty', ['A', ' ', 'B'], ['items', '1', 'name']],
  ['a name that is too long', ['A', 'B', 'x'.repeat(61)], ['items', '2', 'name']],
  ['a name twice', ['A', 'B', ' A '], ['items', '2', 'name']],
  ['no name at all', [], ['items']],
  ['one too many', Array.from({ length: 201 }, (_, index) => `${index}`), ['items']],
])('%s: none is made, and the answer says which', async (_what, names, path) => {
  const { rest, entry } = await openRest();
  const items = names.map((name) => ({ name }));
  const refused = await rest('POST', '/entries/bulk', { accountId: entry.accountId, items });
  expect(refused.status).toBe(400);
  expect(refused.json).toMatchObject({ code: 'BAD_REQUEST', data: { issues: [{ path }] } });
  expect((await rest('GET', '/entries')).json.items).toHaveLength(1);
});

test('an account that is not there gets none', async () => {
  const { rest } = await openRest();
  const refused = await rest('POST', '/entries/bulk', { accountId: 'nowhere', items: [{ name: 'A' }] });
  expect(refused.json).toMatchObject({ code: 'NOT_FOUND', data: { kind: 'account', id: 'nowhere' } });
  expect((await rest('GET', '/entries')).json.items).toHaveLength(1);
});
