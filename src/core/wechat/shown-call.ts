/**
 * A remembered call as an operator may see it. Names tell what is secret in it; besides, whatever secret the
 * call itself sent is looked for in all of it by value, because relays and error pages repeat requests in
 * ways that no pattern foresees.
 */
import type { Call, CallOutcome } from '#shared/model/call.ts';
import { isOpenidName, isSecretName, maskOpenid, maskOpenids, REDACTED, redact } from '../redact.ts';
import type { WeChatCall } from './http.ts';
import { NOBODY } from './nobody.ts';

export interface KeptCall {
  id: number;
  call: WeChatCall;
  /** The beginning of the reply, one character a byte. */
  replyBytes: string | null;
  replyCut: boolean;
}

/** Characters shown of a body and of a reply. */
const LONGEST_SHOWN = 4_000;
/** Shorter ones would be found inside ordinary words. */
const SHORTEST_SECRET = 4;
/** Access tokens have 512 characters at most. */
const LONGEST_SECRET = 600;
const SEPARATOR = /[\s"'<>,&;]/;
/** As access tokens and tickets (100 characters and more) and AppSecrets look, wherever they stand. */
const LOOKS_SECRET = /(?<![\w-])(?:[\w-]{64,}|[0-9a-f]{32})(?![\w-])/g;

/** WeChat saying that nobody is nobody is the answer the doctor hopes for. */
function isProbe({ errcode, query }: WeChatCall): boolean {
  return errcode === 40003 && query.openid === NOBODY;
}

export function outcomeOf(call: WeChatCall): CallOutcome {
  const { errcode, unreachable } = call;
  if (unreachable !== null) return 'unreachable';
  return errcode === 0 || isProbe(call) ? 'ok' : 'refused';
}

export function shownCall({ id, call, replyBytes, replyCut }: KeptCall): Call {
  const hide = hider(call);
  const query = Object.entries(call.query).map(([name, value]) => [name, parameter(name, value, hide)]);
  return {
    id,
    at: new Date(call.startedAt).toISOString(),
    accountId: call.accountId,
    method: call.method,
    endpoint: call.endpoint,
    ms: call.ms,
    outcome: outcomeOf(call),
    probe: isProbe(call),
    errcode: call.errcode === 0 ? null : call.errcode,
    rid: call.rid,
    unreachable: call.unreachable,
    detail: call.detail === '' ? null : call.detail,
    retries: call.retries,
    query: Object.fromEntries(query),
    body: call.body === null ? null : shortened(hide(call.body)),
    reply: replyBytes === null ? null : shortened(hide(textOf(replyBytes, replyCut))),
  };
}

function parameter(name: string, value: string, hide: (text: string) => string): string {
  if (isSecretName(name)) return REDACTED;
  return isOpenidName(name) ? maskOpenid(value) : hide(value);
}

/** What was cut off in the middle could be half of a secret, which nothing would recognise. */
function textOf(bytes: string, cut: boolean): string {
  const text = Buffer.from(bytes, 'latin1').toString('utf8');
  if (!cut) return text;
  let end = text.length;
  while (end > text.length - LONGEST_SECRET && !SEPARATOR.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function shortened(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`;
}

/** Takes out of any text what this call sent, then whatever else has the name or the form of a secret. */
function hider({ query, body }: WeChatCall): (text: string) => string {
  const replacements = new Map<string, string>();
  function found(name: string, value: string): void {
    if (value.length < SHORTEST_SECRET) return;
    const shown = isSecretName(name) ? REDACTED : isOpenidName(name) ? maskOpenid(value) : null;
    if (shown !== null) for (const form of formsOf(value)) replacements.set(form, shown);
  }
  for (const [name, value] of Object.entries(query)) found(name, value);
  if (body !== null) visitStrings(JSON.parse(body), '', found);
  // The longest first: one may be part of another.
  const known = [...replacements].sort(([one], [other]) => other.length - one.length);

  return (text) => {
    let hidden = text;
    for (const [secret, shown] of known) hidden = hidden.replaceAll(secret, shown);
    return maskOpenids(redact(hidden).replace(LOOKS_SECRET, REDACTED));
  };
}

/** As it is, and as an address, a JSON text and a page write it. */
function formsOf(value: string): Set<string> {
  const json = JSON.stringify(value).slice(1, -1);
  const entities = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return new Set([
    value,
    encodeURIComponent(value.toWellFormed()),
    json,
    json.replaceAll('/', '\\/'),
    entities,
    entities.replaceAll('"', '&quot;'),
  ]);
}

/** Calls with every string in the value and the name it stands under; what is in a list has the list's name. */
function visitStrings(value: unknown, name: string, visit: (name: string, text: string) => void): void {
  if (typeof value === 'string') visit(name, value);
  else if (Array.isArray(value)) for (const item of value) visitStrings(item, name, visit);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) visitStrings(item, key, visit);
  }
}
