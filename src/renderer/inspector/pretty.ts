/** Requests and replies written so that a person can read them; what is no JSON stays as it is. */
import type { Call } from '#shared/model/call.ts';

export function pretty(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? JSON.stringify(value, null, 2) : text;
  } catch {
    return text;
  }
}

/** The host keeps this much of a reply. */
const CUT_AT = 4_000;

export function isCut(text: string): boolean {
  return text.length >= CUT_AT;
}

/** `GET /cgi-bin/user/info?access_token=…&openid=…`, with the query as the host redacted it. */
export function requestLine({ method, endpoint, query }: Call): string {
  const asked = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return `${method} ${endpoint}${asked.length === 0 ? '' : `?${asked.join('&')}`}`;
}
