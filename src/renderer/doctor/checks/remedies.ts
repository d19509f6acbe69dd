/** What of a finding can be mended from here: with one click, or one click away. Pure: the screen draws the buttons. */
import type { Account } from '#shared/model/account.ts';
import type { CheckName, Finding } from '#shared/model/doctor.ts';
import { hashOf } from '../../routing.ts';
import { setupHash } from '../../setup/places.ts';
import type { StepName } from '../../setup/steps.ts';

export type Remedy =
  /** Switches the account to the stable interface. */
  | { kind: 'stable' }
  | { kind: 'copyIp'; ip: string }
  /** Leads to where it is mended. */
  | { kind: 'setup' | 'account' | 'settings'; hash: string };

/** The step of the setup guide that mends what a check finds. */
const STEPS: Partial<Record<CheckName, StepName>> = {
  credentials: 'credentials',
  whitelist: 'whitelist',
  user_info: 'kind',
  public_url: 'address',
  dns: 'address',
  tls: 'address',
  reachability: 'reachability',
  verification_file: 'verification',
};

/** The section of the settings that does. */
const SECTIONS: Partial<Record<CheckName, string>> = { callback: 'callback', api_reachable: 'network' };

/** The quickest first; none where nothing is wrong or only WeChat can mend it. */
export function remediesOf(finding: Finding, account: Account): Remedy[] {
  const { state, cause, facts } = finding;
  if (state === 'ok' || state === 'skipped') return [];
  const remedies: Remedy[] = [];
  if (cause === 'token_taken' && account.tokenMode === 'classic') remedies.push({ kind: 'stable' });
  if (facts.ip !== undefined) remedies.push({ kind: 'copyIp', ip: facts.ip });
  const lead = leadOf(finding, account);
  return lead === null ? remedies : [...remedies, lead];
}

function leadOf({ check, actor, cause }: Finding, account: Account): Remedy | null {
  if (actor === 'wechat') return null;
  const section = SECTIONS[check];
  if (section !== undefined) return { kind: 'settings', hash: hashOf('settings', section) };
  // The organisation's own token service is set in the account.
  if (cause?.startsWith('service_')) return { kind: 'account', hash: hashOf('accounts') };
  const step = STEPS[check];
  if (step === undefined) return null;
  return account.sandbox
    ? { kind: 'account', hash: hashOf('accounts') }
    : { kind: 'setup', hash: setupHash(account.id, step) };
}
