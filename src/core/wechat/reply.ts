/**
 * Turns an HTTP reply into what WeChat said, or into the failure it is. The number decides, never the text;
 * of the text only the rid and, for a refused IP, the address are kept.
 */
import { isIP } from 'node:net';
import { WeChatRefused, WeChatUnreachable } from '../errors.ts';
import { parseLeniently } from './lenient-json.ts';

export type WeChatReply = Record<string, unknown>;

/** A relay saying "not now" is as good as WeChat saying it. */
const TOO_MANY_REQUESTS = 429;

/**
 * The reply's object, which has no errcode other than 0.
 * @throws WeChatRefused, WeChatUnreachable
 */
export function readReply(endpoint: string, status: number, body: Buffer): WeChatReply {
  if (status >= 500 || status === TOO_MANY_REQUESTS) {
    throw new WeChatUnreachable(endpoint, 'http_status', `HTTP ${status}`);
  }
  const reply = parseLeniently(body);
  if (!isReply(reply)) {
    throw new WeChatUnreachable(endpoint, 'bad_reply', status < 300 ? 'no JSON object' : `HTTP ${status}`);
  }
  if (reply.errcode !== undefined && reply.errcode !== 0) {
    const errcode = reply.errcode === null ? 0 : numberOf(reply.errcode);
    if (!Number.isInteger(errcode)) throw new WeChatUnreachable(endpoint, 'bad_reply', 'odd errcode');
    if (errcode !== 0) throw refusal(endpoint, errcode, reply.errmsg);
  }
  if (status >= 300) throw new WeChatUnreachable(endpoint, 'bad_reply', `HTTP ${status}`);
  return reply;
}

/** A number, also when it is written as a text. NaN for what has parts: its own `toString` must not be called. */
export function numberOf(value: unknown): number {
  return typeof value === 'object' ? Number.NaN : Number(value);
}

function isReply(value: unknown): value is WeChatReply {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refusal(endpoint: string, errcode: number, errmsg: unknown): WeChatRefused {
  const text = typeof errmsg === 'string' ? errmsg : '';
  const rid = /\brid:\s*([0-9a-z]+(?:-[0-9a-z]+)+)/i.exec(text)?.[1] ?? null;
  return new WeChatRefused({ errcode, rid, endpoint, ip: refusedAddress(text) });
}

/** `invalid ip 1.2.3.4 ipv6 ::ffff:1.2.3.4, not in whitelist …` (40164), in all the forms seen since 2017. */
const REFUSED_IPS = /invalid ip\s+([0-9a-f:.]+)(?:\s+ipv6\s+([0-9a-f:.]+))?\s*,?\s*not in whitelist/i;

/** `access clientip is not registered … requestIP: 1.2.3.4` (61004). */
const REQUEST_IP = /\brequestip:\s*([0-9a-f:.]+)/i;

/** On a host that calls over IPv6 the first address may be an IPv6 one. Null when no address is named. */
function refusedAddress(errmsg: string): string | null {
  const [, ...named] = REFUSED_IPS.exec(errmsg) ?? REQUEST_IP.exec(errmsg) ?? [];
  return (
    named.map((address) => address?.replace(/^::ffff:/i, '') ?? '').find((address) => isIP(address)) ?? null
  );
}
