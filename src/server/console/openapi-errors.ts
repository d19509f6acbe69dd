/** The errors of the REST API as its description tells them: `{code, message, data}`, one schema for each code. */
import { errors } from '#shared/contract/errors.ts';
import { errorFacts } from './openapi-examples.ts';

type Code = keyof typeof errors;

interface Kind {
  status: number;
  message: string;
  data: object;
  example: object;
}

/** What any call may meet before a procedure is asked, or when one fails in a way that has no name. */
const everywhere = {
  BAD_REQUEST: {
    status: 400,
    message: 'The request is not valid',
    data: {
      type: 'object',
      properties: {
        issues: {
          type: 'array',
          description: 'What is wrong, by place; the rejected value is never repeated',
          items: {
            type: 'object',
            properties: { path: { type: 'array', items: { type: 'string' } }, message: { type: 'string' } },
            required: ['path', 'message'],
          },
        },
      },
    },
    example: { issues: [{ path: ['limit'], message: 'Too big: expected number to be <=500' }] },
  },
  UNAUTHORIZED: {
    status: 401,
    message: 'Sign in with the console token',
    data: { type: 'object' },
    example: {},
  },
  FORBIDDEN: {
    status: 403,
    message: 'This console answers only its own address and its own pages',
    data: { type: 'object' },
    example: {},
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    message: 'Internal server error',
    data: { type: 'object' },
    example: {},
  },
} satisfies Record<string, Kind>;

type AnyCode = Code | keyof typeof everywhere;

/** `facts` is the schema of each code's `data`, as the generator made it. */
function kindOf(code: AnyCode, facts: ReadonlyMap<string, object>): Kind {
  if (code in everywhere) return everywhere[code as keyof typeof everywhere];
  const { status, message } = errors[code as Code];
  return {
    status,
    message,
    data: facts.get(code) ?? { type: 'object' },
    example: errorFacts[code as Code],
  };
}

/** Every error by its code, for `components.schemas`. */
export function errorSchemas(facts: ReadonlyMap<string, object>): Record<string, object> {
  const codes = [...Object.keys(everywhere), ...Object.keys(errors)] as AnyCode[];
  return Object.fromEntries(
    codes.map((code) => {
      const { data } = kindOf(code, facts);
      const properties = { code: { const: code }, message: { type: 'string' }, data };
      return [`Error.${code}`, { type: 'object', properties, required: ['code', 'message', 'data'] }];
    }),
  );
}

/** The responses of an operation that may answer with these, and with what any may; by status. */
export function errorResponses(
  own: readonly Code[],
  { hasInput, facts }: { hasInput: boolean; facts: ReadonlyMap<string, object> },
): Record<string, object> {
  const always: AnyCode[] = ['UNAUTHORIZED', 'FORBIDDEN', 'INTERNAL_SERVER_ERROR'];
  const codes: AnyCode[] = [...(hasInput ? (['BAD_REQUEST'] as const) : []), ...always, ...own];
  const byStatus = Map.groupBy(new Set(codes), (code) => kindOf(code, facts).status);
  return Object.fromEntries(
    [...byStatus].map(([status, alike]) => {
      const schemas = alike.map((code) => ({ $ref: `#/components/schemas/Error.${code}` }));
      const examples = alike.map((code) => {
        const { message, example } = kindOf(code, facts);
        return [code, { value: { code, message, data: example } }];
      });
      return [
        status,
        {
          description: alike.map((code) => `\`${code}\` ${kindOf(code, facts).message}`).join(' · '),
          content: {
            'application/json': {
              schema: schemas.length === 1 ? schemas[0] : { oneOf: schemas },
              examples: Object.fromEntries(examples),
            },
          },
        },
      ];
    }),
  );
}
