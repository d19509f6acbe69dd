/**
 * A call as WeChat remembers it, made fit to be shown: WeChat keeps addresses and bodies whole, and in them
 * are the tokens, secrets and codes that were sent.
 */
import type { RidReport } from '#shared/model/doctor.ts';
import { maskOpenids, REDACTED, redact } from '../redact.ts';
import type { Credentials } from '../wechat/credentials.ts';
import type { RememberedCall } from '../wechat/probe.ts';

/** WeChat remembers bodies whole; nobody reads more. */
const LONGEST = 4000;

export function ridReport(rid: string, call: RememberedCall, credentials: Credentials): RidReport {
  function clean(text: string): string {
    const redacted = maskOpenids(redact(text.replaceAll(credentials.appSecret, REDACTED)));
    return redacted.length > LONGEST ? `${redacted.slice(0, LONGEST)}…` : redacted;
  }
  return {
    rid,
    invokedAt: call.invokedAt === null ? null : new Date(call.invokedAt).toISOString(),
    ms: call.ms,
    request: clean(call.url),
    body: clean(call.body),
    reply: clean(call.reply),
    errcode: errcodeOf(call.reply),
    clientIp: call.clientIp,
  };
}

function errcodeOf(reply: string): number | null {
  const errcode = Number(/"errcode"\s*:\s*"?(-?\d+)/.exec(reply)?.[1] ?? 0);
  return errcode === 0 ? null : errcode;
}

/** The rid in whatever was pasted: WeChat's own form wherever it stands, else the text as it is. */
export function ridIn(pasted: string): string {
  return /[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}/i.exec(pasted)?.[0] ?? pasted.trim();
}
