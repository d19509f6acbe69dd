/** The REST API described from the contract it is served from, plus what is no procedure: files, and `?reveal`. */
import type { OpenAPIGeneratorGenerateOptions } from '@orpc/openapi';
import { contract } from '#shared/contract/contract.ts';
import { ExportFormat } from '#shared/contract/exports.ts';
import { Account } from '#shared/model/account.ts';
import { Entry } from '#shared/model/entry.ts';
import { Lookup } from '#shared/model/lookup.ts';
import { Scan } from '#shared/model/scan.ts';
import { Follower, LookupResult, SyncProgress, User } from '#shared/model/user.ts';
import { contentTypes } from '../export/export.ts';
import { errorResponses, errorSchemas } from './openapi-errors.ts';
import { type Operation, operations } from './openapi-operations.ts';

/** As far as this file looks into the generator's document. */
interface Described {
  operationId?: string;
  parameters?: { name: string; in: string; example?: unknown; [more: string]: unknown }[];
  requestBody?: { content: Record<string, Content> };
  responses?: Record<string, { description: string; content?: Record<string, Content> }>;
  [more: string]: unknown;
}
interface Content {
  schema?: unknown;
  example?: unknown;
}
type Paths = Record<string, Record<string, Described>>;
type Facts = ReadonlyMap<string, object>;

const commonSchemas: OpenAPIGeneratorGenerateOptions['commonSchemas'] = Object.fromEntries(
  Object.entries({ Account, Entry, Scan, User, LookupResult, Lookup, Follower, SyncProgress }).map(
    ([name, schema]) => [name, { schema, strategy: 'output' as const }],
  ),
);

const csvRule =
  'In csv an apostrophe stands before a text that a spreadsheet would run as a formula, and before an openid or unionid that it would read as a number or a date; xlsx and jsonl have every text as it is. Columns are only ever added, at the end.';

const fileParameters = [
  {
    name: 'format',
    in: 'query',
    required: true,
    schema: { type: 'string', enum: ExportFormat.options },
    example: 'csv',
  },
  {
    name: 'mask',
    in: 'query',
    schema: { type: 'boolean', default: false },
    description: 'Openids and unionids by their first and last four characters only',
    example: true,
  },
];

function operationOf(operationId: string): Operation | undefined {
  const [noun = '', verb = ''] = operationId.split('.');
  return (operations as Record<string, Record<string, Operation>>)[noun]?.[verb];
}

/** What the generator cannot know: the sentence, the example, and which errors are this one's. */
function describeOperation(described: Described, facts: Facts): Described {
  const { operationId = '', requestBody, responses = {} } = described;
  const operation = operationOf(operationId);
  if (operation === undefined) throw new Error(`${operationId} is not described`);
  const { summary, errors, input = {}, output } = operation;
  const parameters = described.parameters?.map(
    ({ allowEmptyValue: _empty, allowReserved: _reserved, ...parameter }) =>
      parameter.name in input ? { ...parameter, example: input[parameter.name] } : parameter,
  );
  const elsewhere = new Set(parameters?.map(({ name }) => name));
  const sent = Object.entries(input).filter(([name]) => !elsewhere.has(name));
  for (const content of Object.values(requestBody?.content ?? {})) content.example = Object.fromEntries(sent);

  const [[status, answer] = ['200', { description: 'OK' }]] = Object.entries(responses);
  for (const [type, content] of Object.entries(answer.content ?? {})) {
    content.example =
      type === 'text/event-stream' ? `event: message\ndata: ${JSON.stringify(output)}\n\n` : output;
  }
  const good = output === undefined ? { description: 'Done; there is nothing to answer' } : answer;
  const hasInput = requestBody !== undefined || (parameters?.length ?? 0) > 0;
  return {
    ...described,
    ...(parameters && { parameters }),
    tags: [operationId.split('.')[0]],
    summary,
    responses: { [status]: good, ...errorResponses(errors, { hasInput, facts }) } as Described['responses'],
  };
}

function describeFile(operationId: string, summary: string, own: Described['parameters'], facts: Facts) {
  const schema = { type: 'string', format: 'binary' };
  const content = Object.fromEntries(Object.values(contentTypes).map((type) => [type, { schema }]));
  const errors = operationId === 'lookups.export' ? (['NOT_FOUND'] as const) : [];
  return {
    operationId,
    tags: [operationId.split('.')[0]],
    summary,
    description: csvRule,
    parameters: [...(own ?? []), ...fileParameters],
    responses: {
      200: {
        description:
          'The file, sent while it is made and without a length. When it cannot be finished the connection is broken off: only an orderly end is a whole file.',
        content,
      },
      ...errorResponses(errors, { hasInput: true, facts }),
    },
  };
}

/** The token service, for other systems: no key of the console's opens it, only the account's own. */
const reveal = {
  name: 'reveal',
  in: 'query',
  required: false,
  allowEmptyValue: true,
  schema: { type: 'string' },
  description:
    'Answers {access_token, expires_in, expires_at} instead, to the bearer of the key that POST …/token/service gave.',
};

const information = {
  title: 'FollowDesk',
  description:
    'Errors are `{code, message, data}`; `message` is for whoever reads the log, `code` and `data` are for programs. Ids are strings, times ISO 8601. Addresses of GET requests may hold an openid: FollowDesk logs no address, and neither should a proxy before it.',
};

/** Loads the generator when first asked: it is slow to load and most runs never need it. */
export async function describeApi(version: string): Promise<object> {
  const [{ OpenAPIGenerator }, { ZodToJsonSchemaConverter }] = await Promise.all([
    import('@orpc/openapi'),
    import('@orpc/zod/zod4'),
  ]);
  const facts = new Map<string, object>();
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: { ...information, version },
    servers: [{ url: '/api' }],
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    commonSchemas,
    customErrorResponseBodySchema(definedErrors) {
      for (const [code, , , data] of definedErrors) if (typeof data === 'object') facts.set(code, data);
      return {};
    },
  });
  const paths: Paths = {};
  for (const [path, methods] of Object.entries(document.paths as Paths)) {
    paths[path] = Object.fromEntries(
      Object.entries(methods).map(([method, described]) => [method, describeOperation(described, facts)]),
    );
  }
  paths['/accounts/{id}/token']?.get?.parameters?.push(reveal);
  const filters = paths['/scans']?.get?.parameters?.filter(({ name }) => !['limit', 'cursor'].includes(name));
  const id = paths['/lookups/{id}']?.get?.parameters;
  return {
    ...document,
    components: {
      ...document.components,
      schemas: { ...document.components?.schemas, ...errorSchemas(facts) },
    },
    paths: {
      ...paths,
      '/scans/export': {
        get: describeFile('scans.export', 'Every matching scan as a file, newest first', filters, facts),
      },
      '/lookups/{id}/export': {
        get: describeFile(
          'lookups.export',
          'The answers of a look-up as a file, in the order given',
          id,
          facts,
        ),
      },
    },
  };
}
