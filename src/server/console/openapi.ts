/** The REST API described from the contract it is served from, plus what is no procedure: the export, and `?reveal`. */
import { contract } from '#shared/contract/contract.ts';
import { ScanFilter } from '#shared/model/scan.ts';

const exportPath = {
  get: {
    operationId: 'scans.export',
    summary: 'Every matching scan as a file, newest first',
    parameters: [
      { name: 'format', in: 'query', required: true, schema: { enum: ['csv', 'xlsx', 'jsonl'] } },
      ...Object.keys(ScanFilter.shape).map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
    ],
    responses: { 200: { description: 'The file' }, 400: { description: 'Unknown format or filter' } },
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
  return { ...document, paths: { ...document.paths, '/scans/export': exportPath } };
}
