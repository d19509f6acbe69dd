/**
 * How the callback listener speaks: pages, data and redirects. The rule: every answer is for this phone at
 * this moment (`no-store`), leaks no address onwards (`no-referrer`) and may be framed by nobody.
 */
import { randomInt } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PhoneResult } from '#core/callback/callback.ts';
import { pageHeaders } from '#core/callback/pages/headers.ts';
import { languageOf } from '#core/callback/pages/language.ts';
import {
  busyPage,
  notFoundPage,
  refusalPage,
  storageFailedPage,
  unknownResultPage,
} from '#core/callback/pages/notice-pages.ts';
import { resultPage } from '#core/callback/pages/result-page.ts';
import type { Language } from '#shared/model/host.ts';
import type { Refusal } from '#shared/model/verdict.ts';
import { wantsJson } from './preference.ts';

export const plainHeaders = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

const htmlHeaders = { ...pageHeaders(), 'Content-Type': 'text/html; charset=utf-8' };

const refusalStatus: Record<Refusal, number> = {
  bad_state: 400,
  expired_state: 400,
  unknown_entry: 404,
  not_in_wechat: 403,
};

/** Soon enough that nobody gives up, and not everybody at the same moment. */
const shortestWait = 2;
const longestWait = 6;

interface Fault {
  status: number;
  code: string;
  message: string;
  draw(language: Language): string;
}

const faults = {
  notFound: { status: 404, code: 'NOT_FOUND', message: 'There is nothing here', draw: notFoundPage },
  unknownResult: {
    status: 404,
    code: 'NOT_FOUND',
    message: 'No scan has this key',
    draw: unknownResultPage,
  },
  storageFailed: {
    status: 503,
    code: 'STORAGE_FAILED',
    message: 'The scan could not be stored',
    draw: storageFailedPage,
  },
  failed: {
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Internal server error',
    draw: (language) => busyPage(language, secondsToWait()),
  },
} satisfies Record<string, Fault>;

function secondsToWait(): number {
  return randomInt(shortestWait, longestWait + 1);
}

export function asksForJson(request: FastifyRequest): boolean {
  // An address that cannot be decoded has no query at all.
  const query = request.query as { format?: unknown } | null;
  return wantsJson(request.headers.accept, query?.format);
}

function sendPage(request: FastifyRequest, reply: FastifyReply, status: number, draw: Fault['draw']) {
  return reply
    .code(status)
    .headers(htmlHeaders)
    .send(draw(languageOf(request.headers['accept-language'])));
}

export function sendJson(reply: FastifyReply, status: number, body: object) {
  return reply
    .code(status)
    .headers(plainHeaders)
    .header('Content-Type', 'application/json; charset=utf-8')
    .send(JSON.stringify(body));
}

export function sendText(reply: FastifyReply, body: string) {
  return reply.headers(plainHeaders).header('Content-Type', 'text/plain; charset=utf-8').send(body);
}

/** Every phone's answer in a rush: past Fastify, which has nothing to add to it. */
export function redirect(reply: FastifyReply, status: 302 | 303, location: string) {
  reply.hijack();
  reply.raw.writeHead(status, { ...plainHeaders, Location: location, 'Content-Length': 0 }).end();
  return reply;
}

export function sendResult(request: FastifyRequest, reply: FastifyReply, result: PhoneResult) {
  if (asksForJson(request)) return sendJson(reply, 200, result);
  return sendPage(request, reply, 200, (language) => resultPage(result, language));
}

export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal) {
  return sendPage(request, reply, refusalStatus[refusal], (language) => refusalPage(refusal, language));
}

/** Asks the phone to come again with the same address; it does so by itself. */
export function sendBusy(request: FastifyRequest, reply: FastifyReply) {
  const seconds = secondsToWait();
  reply.header('Retry-After', seconds);
  if (asksForJson(request)) return sendJson(reply, 503, { code: 'BUSY', message: 'Come again', data: {} });
  return sendPage(request, reply, 503, (language) => busyPage(language, seconds));
}

/** What went wrong on our side or in the address, as a page or as `{code, message, data}`. */
export function sendFault(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: keyof typeof faults,
  status: number = faults[kind].status,
) {
  const { code, message, draw } = faults[kind];
  if (asksForJson(request)) return sendJson(reply, status, { code, message, data: {} });
  return sendPage(request, reply, status, draw);
}
