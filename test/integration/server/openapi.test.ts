/** The REST API's description: whole, true to the contract, and with examples that the contract accepts. */
import { type AnySchema, getEventIteratorSchemaDetails } from '@orpc/contract';
import { describe, expect, test } from 'vitest';
import { describeApi } from '#server/console/openapi.ts';
import { errorFacts } from '#server/console/openapi-examples.ts';
import { type Operation, operations } from '#server/console/openapi-operations.ts';
import { contract } from '#shared/contract/contract.ts';
import { errors } from '#shared/contract/errors.ts';
import { openDoor } from '../../support/door.ts';
import { openConsole } from './open-console.ts';
import { ask } from './open-listener.ts';

interface Content {
  schema: { $ref?: string; oneOf?: { $ref: string }[] };
  example?: unknown;
  examples?: Record<string, { value: { code: string } }>;
}
interface Described {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: { name: string; in: string; example?: unknown }[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, { content?: Record<string, Content> }>;
}
interface Document {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, unknown> };
}

const document = (await describeApi('1.2.3')) as Document;
const described = Object.values(document.paths).flatMap((methods) => Object.values(methods));

const procedures = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]) => {
    const operation = (operations as Record<string, Record<string, Operation>>)[noun]?.[verb];
    return { name: `${noun}.${verb}`, procedure, operation };
  }),
);

async function issuesOf(schema: AnySchema | undefined, value: unknown) {
  if (schema === undefined) return [];
  return (await schema['~standard'].validate(value)).issues ?? [];
}

test('every procedure and every file is described, once', () => {
  const ids = described.map(({ operationId }) => operationId);
  const expected = [...procedures.map(({ name }) => name), 'scans.export', 'lookups.export'];
  expect(ids.toSorted()).toEqual(expected.toSorted());
});

describe('an example is one that the contract accepts', () => {
  test.each(procedures)('$name', async ({ procedure, operation }) => {
    const { inputSchema, outputSchema } = procedure['~orpc'];
    expect(await issuesOf(inputSchema, operation?.input)).toEqual([]);
    const feed = outputSchema && getEventIteratorSchemaDetails(outputSchema);
    expect(await issuesOf(feed?.yields ?? outputSchema, operation?.output)).toEqual([]);
  });

  test('of each error too', () => {
    for (const [code, { data }] of Object.entries(errors))
      expect(() => data.parse(errorFacts[code as keyof typeof errors])).not.toThrow();
  });
});

test('each has a sentence, examples of what is sent and answered, and named errors', () => {
  for (const { operationId, summary, parameters = [], requestBody, responses } of described) {
    expect(summary, operationId).toMatch(/^[\p{Lu}].{5,}[^.]$/u);
    const inPath = parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath.filter(({ example }) => example === undefined)).toEqual([]);
    const [[status, answer] = [], ...refused] = Object.entries(responses);
    expect(status, operationId).toMatch(/^20[0-24]$/);
    const bodies = [...Object.values(requestBody?.content ?? {}), ...Object.values(answer?.content ?? {})];
    const isFile = operationId.endsWith('.export');
    if (!isFile) expect(bodies.filter(({ example }) => example === undefined)).toEqual([]);
    expect(
      refused.map(([code]) => code),
      operationId,
    ).toEqual(expect.arrayContaining(['401', '403', '500']));
    expect(responses['400'] !== undefined, operationId).toBe(
      parameters.length > 0 || requestBody !== undefined,
    );
    for (const [, { content }] of refused) {
      const { schema, examples = {} } = content?.['application/json'] ?? { schema: {} };
      const refs = schema.oneOf ?? [schema];
      expect(refs.map(({ $ref }) => $ref?.split('Error.')[1])).toEqual(Object.keys(examples));
    }
  }
});

test('every reference leads somewhere, and no field is described that is never sent', () => {
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
  expect(references.length).toBeGreaterThan(0);
  for (const name of references) expect(document.components.schemas).toHaveProperty([name ?? '']);
  expect(text).not.toContain('"defined"');
});

test('what is refused in truth is what was described', async () => {
  const { url, rest } = await openConsole((await openDoor()).app);
  const asked: [method: string, path: string, route: string, body?: unknown][] = [
    ['GET', '/people?accountId=gone&openid=o', '/people'],
    ['GET', '/scans?limit=0', '/scans'],
    ['POST', '/scans/0/annul', '/scans/{id}/annul', { reason: 'x' }],
    ['GET', '/lookups/none/export?format=csv', '/lookups/{id}/export'],
    ['GET', '/scans/export', '/scans/export'],
    ['POST', '/users/lookup', '/users/lookup', { accountId: 'gone', openids: ['o'] }],
  ];
  for (const [method, path, route, body] of asked) {
    const { status, json } = await rest(method, path, body);
    const response = document.paths[route]?.[method.toLowerCase()]?.responses[status];
    expect(Object.keys(response?.content?.['application/json']?.examples ?? {}), path).toContain(json.code);
  }
  expect((await ask(`${url}/api/openapi.json`)).status).toBe(401);
});
