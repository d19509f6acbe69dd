/**
 * What other people do to an account while we use it: its administrator in WeChat's console, and the other
 * systems that know its AppSecret. The rule: code, control API and command line do it through here.
 */
import type { AppSettings, Apps, SimulatedApp } from './apps.ts';
import type { Refusal } from './refusals.ts';
import type { TokenAnswer, Tokens } from './tokens.ts';
import type { DomainSaver, DomainToSave, SaveAnswer } from './verify-domain.ts';

export interface ForeignFetch {
  /** Which of the two token calls. Default stable, as everywhere. */
  mode?: 'classic' | 'stable';
  /** Stable only: throw the others out at once. */
  force?: boolean;
  /** Classic only: how long the token before it still works. Default 300; a test may not want to wait. */
  overlapSeconds?: number;
}

/** `appId` is the first app's unless given; an AppID nobody has throws. */
export interface Administration {
  /** Change settings now; one that is `undefined` goes back to its default. */
  configure(changes: AppSettings, appId?: string): SimulatedApp;
  /** Another system fetches a token now, from an address of its own; the day's calls are counted. */
  fetchToken(fetch?: ForeignFetch, appId?: string): TokenAnswer | Refusal;
  /** The administrator presses "save" on a web-authorization domain. */
  verifyDomain(domain: DomainToSave, appId?: string): Promise<SaveAnswer>;
}

export function createAdministration({
  apps,
  tokens,
  saveDomain,
}: {
  apps: Apps;
  tokens: Tokens;
  saveDomain: DomainSaver;
}): Administration {
  return {
    configure: (changes, appId) => apps.change(changes, appId),
    fetchToken({ mode = 'stable', force = false, overlapSeconds } = {}, appId = apps.first.appId) {
      if (apps.find(appId) === undefined) throw new Error(`The simulator has no app ${appId}.`);
      if (mode === 'stable') return tokens.fetchStable(appId, force);
      return tokens.fetchPlain(appId, overlapSeconds === undefined ? undefined : overlapSeconds * 1000);
    },
    verifyDomain: saveDomain,
  };
}
