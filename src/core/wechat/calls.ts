/**
 * The inspector: the latest calls to WeChat. The rule: a call pays next to nothing for being remembered (its
 * strings by reference, the beginning of its reply copied), and nobody sees one that is not redacted: what
 * is kept in memory is never handed out as it is.
 */
import { CALLS_KEPT, type Call, type CallQuery } from '#shared/model/call.ts';
import type { OnCall, WeChatCall } from './http.ts';
import { type KeptCall, outcomeOf, shownCall } from './shown-call.ts';

export interface Calls {
  /** Newest first, redacted. */
  list(query: CallQuery): Call[];
  clear(): void;
}

export interface CallsInMemory extends Calls {
  /** Remembers one. */
  note: OnCall;
  /** Forgets every call with this text in it, such as an openid. */
  forget(text: string): void;
}

/** Bytes of a reply that are kept: what is shown of it, were it all Chinese, and a good margin. */
const REPLY_KEPT = 16_000;

export function createCalls(): CallsInMemory {
  const kept: (KeptCall & { shown: Call | null })[] = [];
  let latest = 0;

  return {
    note(call, reply) {
      latest += 1;
      kept[latest % CALLS_KEPT] = {
        id: latest,
        call,
        // One character a byte is the cheapest copy there is.
        replyBytes: reply?.toString('latin1', 0, REPLY_KEPT) ?? null,
        replyCut: reply !== null && reply.length > REPLY_KEPT,
        shown: null,
      };
    },
    forget(text) {
      for (const [index, entry] of Object.entries(kept)) {
        if (JSON.stringify(entry).includes(text)) delete kept[Number(index)];
      }
    },
    list(query) {
      return kept
        .filter(({ call }) => matches(call, query))
        .sort((one, other) => other.id - one.id)
        .map((entry) => (entry.shown ??= shownCall(entry)));
    },
    clear() {
      kept.length = 0;
    },
  };
}

function matches(call: WeChatCall, { accountId, endpoint = '', outcome, errcode }: CallQuery): boolean {
  return (
    (accountId === undefined || call.accountId === accountId) &&
    call.endpoint.includes(endpoint.trim()) &&
    (outcome === undefined || outcomeOf(call) === outcome) &&
    (errcode === undefined || call.errcode === errcode)
  );
}
