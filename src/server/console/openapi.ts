/** The REST API described from the contract it is served from, plus what is no procedure: files, and `?reveal`. */
import { contract } from '#shared/contract/contract.ts';
import { ExportFormat } from '#shared/contract/exports.ts';
import { ScanFilter } from '#shared/model/scan.ts';
import { contentTypes } from '../export/export.ts';

const csvRule =
  'In csv an apostrophe stands before a text that a spreadsheet would run as a formula, and before an openid or unionid that it would read as a number or a date. Columns are only ever added, at the end.';

const fileParameters = [
  { name: 'format', in: 'query', required: true, schema: { enum: ExportFormat.options } },
  {
    name: 'mask',
    in: 'query',
    schema: { type: 'boolean', default: false },
    description: 'Openids and unionids by their first and last four characters only',
  },
];

function fileResponses(refused: string) {
  const schema = { type: 'string', format: 'binary' };
  const content = Object.fromEntries(Object.values(contentTypes).map((type) => [type, { schema }]));
  return {
    200: {
      description: 'The file, sent while it is made: a connection cut short is a file cut short',
      content,
    },
    400: { description: refused },
  };
}

const scansExport = {
  get: {
    operationId: 'scans.export',
    summary: 'Every matching scan as a file, newest first',
    description: csvRule,
    parameters: [
      ...fileParameters,
      ...Object.keys(ScanFilter.shape).map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
    ],
    responses: fileResponses('Unknown format or filter'),
  },
};

const lookupExport = {
  get: {
    operationId: 'lookups.export',
    summary: 'The answers of a look-up as a file, in the order given',
    description: csvRule,
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }, ...fileParameters],
    responses: { ...fileResponses('Unknown format'), 404: { description: 'There is no such look-up' } },
  },
};

/** The token service, for other systems: no key of the console's opens it, only the account's own. */
const reveal = {
  name: 'reveal',
  in: 'query',
  required: false,
  allowEmptyValue: true,
  schema: { type: 'string' },
  description:
    'Answers {access_token, expires_in, expires_at} instead, to the bearer of the key that POST …/token/service gave.',
} as const;

/** Loads the generator when first asked: it is slow to load and most runs never need it. */
export async function describeApi(version: string): Promise<object> {
  const [{ OpenAPIGenerator }, { ZodToJsonSchemaConverter }] = await Promise.all([
    import('@orpc/openapi'),
    import('@orpc/zod/zod4'),
  ]);
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: {
      title: 'FollowDesk',
      version,
      description: 'Errors are `{code, message, data}`. Ids are strings, times ISO 8601.',
    },
    servers: [{ url: '/api' }],
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  });
  const token = document.paths?.['/accounts/{id}/token'];
  token?.get?.parameters?.push(reveal);
  return {
    ...document,
    paths: { ...document.paths, '/scans/export': scansExport, '/lookups/{id}/export': lookupExport },
  };
}
