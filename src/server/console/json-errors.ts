/** Errors of the console listener outside the contract, in the contract's own shape `{code, message, data}`. */
import type { FastifyReply } from 'fastify';

const kinds = {
  400: ['BAD_REQUEST', 'The request is not valid'],
  401: ['UNAUTHORIZED', 'Sign in with the console token'],
  403: ['FORBIDDEN', 'This console answers only its own address and its own pages'],
  404: ['NOT_FOUND', 'There is nothing here'],
  413: ['PAYLOAD_TOO_LARGE', 'The request is too large'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'Send JSON with Content-Type: application/json'],
  423: ['LOCKED', 'Type the PIN first'],
  429: ['TOO_MANY_REQUESTS', 'Too many attempts'],
  500: ['INTERNAL_SERVER_ERROR', 'Internal server error'],
  503: ['SERVICE_UNAVAILABLE', 'Not available'],
} as const;

export type ErrorStatus = keyof typeof kinds;

export function isErrorStatus(status: unknown): status is ErrorStatus {
  return typeof status === 'number' && status in kinds;
}

export function sendError(
  reply: FastifyReply,
  status: ErrorStatus,
  { code = kinds[status][0] as string, message = kinds[status][1] as string, data = {} } = {},
) {
  return reply.code(status).header('Cache-Control', 'no-store').send({ code, message, data });
}
