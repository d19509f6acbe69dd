/**
 * Everything a doctor can name: causes and facts are closed sets, so that none is made up on the way and each
 * has wording in every language (a test compares).
 */
import type { CheckName } from '#shared/model/doctor.ts';
import type { PublicUrlRule } from '#shared/model/public-url.ts';
import type { Reason } from '#shared/model/verdict.ts';

/** Causes of the doctor's own, by the check that finds them. */
export const CAUSES = {
  credentials: [
    'secret_missing',
    'secret_unreadable',
    'secret_corrupt',
    'wrong_app_id',
    'wrong_secret',
    'secret_frozen',
    'token_comes_from_service',
  ],
  whitelist: [
    'ip_not_listed',
    'new_ip_not_listed',
    'ip_awaits_admin',
    'ip_rejected_1h',
    'ip_rejected_24h',
    'ip_changed',
  ],
  token: [
    'token_taken',
    'token_fetches_low',
    'service_not_set',
    'service_unreachable',
    'service_refused',
    'service_http_status',
    'service_bad_reply',
    'service_no_token',
    'service_expired',
  ],
  api_reachable: [
    'offline',
    'dns',
    'refused',
    'timeout',
    'tls',
    'tls_time',
    'tls_intercepted',
    'proxy',
    'slow',
  ],
  user_info: ['wrong_kind', 'kind_not_said', 'not_verified', 'test_not_allowed'],
  quota: ['quota_low', 'quota_used_up', 'quota_unknown'],
  callback: ['port_in_use', 'port_forbidden', 'address_unknown', 'listen_failed'],
  public_url: ['not_set', 'sandbox'],
  dns: ['name_unknown', 'no_resolver', 'private_address', 'fake_address', 'no_name'],
  tls: [
    'cert_expired',
    'cert_not_yet_valid',
    'cert_wrong_name',
    'cert_self_signed',
    'cert_unknown_issuer',
    'cert_incomplete_chain',
    'expires_soon',
    'old_tls',
    'not_tls',
    'tls_failed',
    'no_tls',
    'not_seen',
  ],
  reachability: [
    'redirected',
    'not_followdesk',
    'another_followdesk',
    'http_status',
    'no_answer',
    'unreachable',
  ],
  verification_file: [
    'none_yet',
    'not_served',
    'html_instead',
    'wrong_text',
    'file_redirected',
    'not_needed',
  ],
  clock: ['skewed', 'far_off', 'certificate_time', 'no_time'],
} as const satisfies Record<CheckName, readonly string[]>;

/** Something before it must be mended first. */
export type After = `after_${CheckName}`;

export type Cause = (typeof CAUSES)[CheckName][number] | After | PublicUrlRule | Reason;

/** What is seen, for copying: addresses are origins, times ISO 8601, never a secret or a token. */
export const FACT_NAMES = [
  'ip',
  'previousIp',
  'seenAt',
  'rid',
  'ms',
  'url',
  'status',
  'location',
  'detail',
  'endpoint',
  'errcode',
  'kind',
  'port',
  'offeredPort',
  'appId',
  'accountKind',
  'mode',
  'ageSeconds',
  'fetchedAt',
  'expiresAt',
  'fetchesToday',
  'dailyLimit',
  'noticedAt',
  'takenAbout',
  'used',
  'remain',
  'rules',
  'host',
  'addresses',
  'issuer',
  'validFrom',
  'validTo',
  'protocol',
  'names',
  'page',
  'file',
  'files',
  'said',
  'skewSeconds',
  'wechatTime',
] as const;
export type Facts = Partial<Record<(typeof FACT_NAMES)[number], string>>;
