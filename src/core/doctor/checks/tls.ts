/** TLS: does the public URL show a certificate that phones accept, and for how long will it? */
import type { Account } from '#shared/model/account.ts';
import type { Finding } from '#shared/model/doctor.ts';
import type { Cause, Facts } from '../causes.ts';
import { blocked, passed, skipped, wrong } from '../finding.ts';
import { type Addresses, publicUrlOf, withoutAddress } from '../public-address.ts';
import { isTlsCode, type Surroundings } from '../surroundings.ts';
import { shakeHands } from '../tls-handshake.ts';

/** Certificates that renew themselves do so thirty days before; what has not by now will not. */
const SOON_MS = 14 * 24 * 3_600_000;

/** @see https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const CAUSES: ReadonlyMap<string, Cause> = new Map([
  ['CERT_HAS_EXPIRED', 'cert_expired'],
  ['CERT_NOT_YET_VALID', 'cert_not_yet_valid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'cert_wrong_name'],
  ['HOSTNAME_MISMATCH', 'cert_wrong_name'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'cert_self_signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'cert_unknown_issuer'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'cert_unknown_issuer'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'cert_unknown_issuer'],
  // It was sent alone, by nobody this machine knows: mostly the intermediate was left out.
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'cert_incomplete_chain'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'old_tls'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'old_tls'],
  ['ERR_SSL_VERSION_TOO_LOW', 'old_tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'not_tls'],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'not_tls'],
]);

export async function checkTls(
  account: Account,
  host: Addresses,
  { clock, timeLimitMs }: Pick<Surroundings, 'clock' | 'timeLimitMs'>,
): Promise<Finding> {
  const publicUrl = publicUrlOf(account, host);
  if (publicUrl === null) return withoutAddress('tls', account);
  const url = URL.parse(publicUrl);
  if (url?.protocol !== 'https:') return skipped('tls', 'no_tls');
  const { code, protocol, certificate } = await shakeHands(url, timeLimitMs);
  const facts: Facts = { host: url.hostname, ...certificate, ...(protocol ? { protocol } : {}) };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return blocked('tls', 'dns');
  if (isTlsCode(code)) {
    const cause = CAUSES.get(code) ?? 'tls_failed';
    return wrong('tls', 'failed', cause, { ...facts, detail: code });
  }
  // Nobody there, or a router that does not let a machine call itself: `reachability` says which.
  if (code !== null) return skipped('tls', 'not_seen', { detail: code });
  const left = Date.parse(certificate.validTo ?? '') - clock.now();
  return left < SOON_MS ? wrong('tls', 'warning', 'expires_soon', facts) : passed('tls', facts);
}
