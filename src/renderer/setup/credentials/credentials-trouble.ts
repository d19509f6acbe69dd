/** Which of the usual mistakes the findings about the credentials are: each has its own way out in the guide. */
import type { Finding } from '#shared/model/doctor.ts';
import { type Findings, isAddressRefused } from '../steps.ts';

/** `unproven`: WeChat did not get to look at them. */
export type CredentialsTrouble = 'app_id' | 'secret' | 'frozen' | 'unproven' | 'unreachable' | 'other';

/** The doctor's names for them. */
const TROUBLES: Readonly<Record<string, CredentialsTrouble>> = {
  wrong_app_id: 'app_id',
  wrong_secret: 'secret',
  secret_missing: 'secret',
  secret_unreadable: 'secret',
  secret_corrupt: 'secret',
  secret_frozen: 'frozen',
};

/** Null when the credentials are accepted, or nothing is known of them. */
export function credentialsTrouble(findings: Findings): CredentialsTrouble | null {
  const { credentials } = findings;
  if (credentials?.state === 'failed' || credentials?.state === 'warning') return troubleOf(credentials);
  if (isAddressRefused(findings)) return 'unproven';
  return isUnasked(findings) ? 'unreachable' : null;
}

/** The finding that says most about them: what stands before them, where they could not be asked about. */
export function tellingFinding(findings: Findings): Finding | undefined {
  const { credentials, api_reachable, token } = findings;
  if (!isUnasked(findings)) return credentials;
  return [api_reachable, token].find((finding) => finding?.state === 'failed');
}

/** WeChat could not be reached, or was too busy to answer. */
function isUnasked({ credentials, api_reachable, token }: Findings): boolean {
  const stuck = api_reachable?.state === 'failed' || token?.state === 'failed';
  return credentials?.state === 'skipped' && stuck;
}

function troubleOf({ cause }: Finding): CredentialsTrouble {
  return TROUBLES[cause ?? ''] ?? 'other';
}
