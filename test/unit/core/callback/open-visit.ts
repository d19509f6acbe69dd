/** A door with a real store behind it and a WeChat that says what a test wants. */
import { createLines, type Lines } from '#core/callback/line.ts';
import { createStates, type StateKind } from '#core/callback/state.ts';
import { createVisit } from '#core/callback/visit.ts';
import { createVisitors } from '#core/callback/visitors.ts';
import { NotFound } from '#core/errors.ts';
import type { Ask, Identity } from '#core/scans/ask.ts';
import type { Decision } from '#core/storage/scan-store.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { openScanDatabase } from '../../../support/scan-database.ts';

export const entry = {
  id: 'entryentry',
  accountId: 'account',
  name: 'Door',
  scope: 'snsapi_base',
  param: 'door-1',
} as const;

/** WeChat as this test wants it: a code `code:anna:2` belongs to anna; what is asked is counted. */
function scriptedAsk() {
  const asked = { exchanges: 0, lookups: 0 };
  const script: { exchange: Awaited<ReturnType<Ask['exchange']>> | null; decision: Partial<Decision> } = {
    exchange: null,
    decision: {},
  };
  const ask: Ask = {
    async exchange(_account, code) {
      asked.exchanges += 1;
      const identity: Identity = { openid: code.split(':')[1] ?? '', unionid: null, snapshotUser: false };
      return script.exchange ?? identity;
    },
    async aboutFollow(_account, openid, unionid) {
      asked.lookups += 1;
      return {
        openid,
        unionid,
        verdict: 'followed',
        reason: null,
        errcode: null,
        ip: null,
        subscribeTime: null,
        subscribeScene: null,
        ...script.decision,
      };
    },
  };
  return { ask, asked, script };
}

export function openVisit(lines: Pick<Lines, 'of'> = createLines()) {
  const { store, params, clock, database, folder } = openScanDatabase();
  const states = createStates(Buffer.alloc(32, 1), clock);
  const scripted = scriptedAsk();
  const later: { exchanges: [string, string][]; lookups: string[] } = { exchanges: [], lookups: [] };
  const visit = createVisit({
    states,
    entries: {
      get(id) {
        if (id !== entry.id) throw new NotFound('entry', id);
        return entry;
      },
    },
    ask: scripted.ask,
    store,
    params,
    retries: {
      exchangeLater: (scan, code) => later.exchanges.push([scan.id, code]),
      lookUpLater: (scan) => later.lookups.push(scan.id),
      isPending: () => false,
      pendingOf: () => 0,
      resume: () => {},
      close: async () => {},
    },
    lines,
    visitors: createVisitors(store, clock),
    clock,
    logger: recordingLogger(),
  });
  const state = (kind: StateKind = 's', entryId: string = entry.id) => states.mint(entryId, kind);
  async function visitAs(code: string | undefined, withState = state().state) {
    const outcome = await visit({ code, state: withState });
    return outcome.kind === 'result' ? store.byId(states.scanIdOf(outcome.key) ?? '') : outcome;
  }
  return { ...scripted, later, visit, visitAs, state, store, params, clock, database, folder };
}
