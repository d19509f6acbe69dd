/**
 * The REST API before callers who send anything: whatever the operation and the JSON, it answers 2xx or 4xx with
 * `{code, message, data}`, or with WeChat's own failure by its name; never a 500, and nothing in the log.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errors } from '#shared/contract/errors.ts';
import { openDoor } from '../../support/door.ts';
import { bearer, openConsole } from './open-console.ts';
import { ask } from './open-listener.ts';

interface Operation {
  method: string;
  path: string;
  parameters: { name: string; in: string }[];
  fields: string[];
}

interface Described {
  paths: Record<
    string,
    Record<
      string,
      {
        parameters?: { name: string; in: string }[];
        requestBody?: { content: Record<string, { schema: { properties?: object } }> };
      }
    >
  >;
}

/** What does not end, takes the host away, asks the world, takes long on purpose, or is not here. */
const LEFT_OUT = /\/live$|\/host\/(commands|settings|network)$|\/(doctor|rid|sandbox|settings\/export)$/;

function operationsOf({ paths }: Described): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      fields: Object.keys(requestBody?.content['application/json']?.schema.properties ?? {}),
    })),
  );
}

const odd = fc.constantFrom<unknown>('', ' ', '\0', '\ud800', '😀', '__proto__', '../..', '%', '%2f', '-1', '1e309', '9'.repeat(30), 'x'.repeat(600), '2026-02-30T00:00:00Z', '0000-01-01T00:00:00+23:59', '2026-11-23T10:00Z', 'https://a.example/\ud800', 'csv', 'true', 'followed', 'snsapi_base', 'shared', 0, -1, 1e30, 0.5, null, true, [], {}, [[]], { $gt: '' }, { toString: 1 }); // biome-ignore format: a list

test('any JSON at any operation: 2xx, 4xx or a failure with a name', { timeout: 60_000 }, async () => {
  const door = await openDoor();
  const { rest, url, logger } = await openConsole(door.app);
  await door.scan('follower');
  const operations = operationsOf((await rest('GET', '/openapi.json')).json).filter(
    ({ path }) => !LEFT_OUT.test(path),
  );
  expect(operations.length).toBeGreaterThan(40);
  const { entry } = door;
  const [scan] = (await rest('GET', '/scans')).json.items;
  const { openid } = scan;
  const { accountId } = entry;
  /** What would do, by the field's name: most of a call fits, so that it comes as far as the part that does not. */
  const fitting: Record<string, unknown> = { accountId, openid, openids: [openid], entryId: entry.id, name: 'Gate', appId: 'wx00112233445566', appSecret: 'x', limit: 5, cursor: scan.id, from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z', by: 'day', format: 'csv', note: '熟人', remark: '老王', reason: '误扫', q: 'o', tag: 2, tagId: 2, add: true, password: 'long enough a password', publicUrl: 'https://desk.example.com', scope: 'snsapi_base', param: 'p', id: 2, code: 40001 }; // biome-ignore format: a list
  const idOf: Record<string, string> = {
    accounts: accountId,
    entries: entry.id,
    scans: scan.id,
    tags: '2',
    errors: '40001',
  };
  const anything = fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 30 }), fc.jsonValue({ maxDepth: 2 }));
  function said(names: readonly string[]) {
    const field = (name: string) =>
      fc.oneof({ weight: 4, arbitrary: fc.constant(fitting[name]) }, { weight: 1, arbitrary: anything });
    return fc.record(Object.fromEntries([...names, 'unheardOf'].map((name) => [name, field(name)])));
  }
  const call = fc.constantFrom(...operations).chain((operation) => {
    const { method, path, parameters, fields } = operation;
    const known = method === 'DELETE' ? undefined : idOf[path.split('/')[1] ?? ''];
    const strange = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('%', '..', '9'.repeat(25)),
    );
    return fc.record({
      operation: fc.constant(operation),
      inPath: fc.oneof(
        { weight: 4, arbitrary: fc.constant(known ?? 'gone') },
        { weight: 1, arbitrary: strange },
      ),
      query: said(parameters.filter((one) => one.in === 'query').map(({ name }) => name)),
      body: fc.oneof({ weight: 5, arbitrary: said(fields) }, { weight: 1, arbitrary: fc.jsonValue() }),
    });
  });

  await fc.assert(
    fc.asyncProperty(call, async ({ operation: { method, path }, inPath, query, body }) => {
      const pairs = Object.entries(query).flatMap(([name, one]) =>
        one === undefined ? [] : [[name, typeof one === 'string' ? one : JSON.stringify(one)]],
      );
      const place = path.replace(/\{\w+\}/, encodeURIComponent(inPath.toWellFormed()));
      const sent = method === 'GET' || method === 'DELETE' ? undefined : body;
      const answer = await ask(`${url}/api${place}?${new URLSearchParams(pairs)}`, {
        method,
        headers: { ...bearer, 'content-type': 'application/json' },
        body: sent === undefined ? undefined : JSON.stringify(sent),
      });
      const what = `${method} ${place} ${JSON.stringify(query)} ${JSON.stringify(body)} → ${answer.status} ${answer.text}`;
      if (answer.status >= 400) {
        const refusal = JSON.parse(answer.text);
        expect(Object.keys(refusal), what).toEqual(['code', 'message', 'data']);
        if (answer.status >= 500) expect(Object.keys(errors), what).toContain(refusal.code);
      }
      const failures = [...logger.lines, ...door.logger.lines].filter((line) => line.startsWith('error'));
      expect(failures, what).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect((await rest('GET', '/accounts')).status).toBe(200);
});
