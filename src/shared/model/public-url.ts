/** What WeChat refuses in a callback address, found before any phone meets it. Warnings, never refusals. */
import type { AccountKind } from './account.ts';

/** The rules by name, in the order they are told; wording lives in `renderer/text`. */
export const PUBLIC_URL_RULES = [
  'not_a_url',
  'not_https',
  /** A name and a password before the host: phones would carry both in plain sight. */
  'has_password',
  'has_port',
  'upper_case',
  'underscore',
  /** Letters of other alphabets: WeChat takes a domain's ASCII form only. */
  'not_ascii',
  'is_ip',
  'loopback',
  /** A name that only this local network knows. */
  'local_name',
  'has_path',
  'too_long',
] as const;
export type PublicUrlRule = (typeof PUBLIC_URL_RULES)[number];

const PARTS = /^(https?):\/\/(?:([^/?#@]*)@)?(\[[^\]]*\]|[^/:?#[\]]+)(?::(\d+))?([/?#].*)?$/i;
const LOOPBACK = /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/i;
const LOCAL_NAME = /^[^.]+$|\.(local|lan|home|internal|localdomain)$/i;

/** WeChat takes any `host:port` for a test account. */
const FINE_FOR_TEST_ACCOUNTS: ReadonlySet<PublicUrlRule> = new Set(['not_https', 'has_port', 'is_ip']);

/** Some phones fail on an authorize link of more; the rest of the link takes about 330 of them. */
const LONGEST_LINK = 1000;
const REST_OF_LINK = 330;

/**
 * Names of the rules a public URL breaks, for this kind of account.
 * @see https://developers.weixin.qq.com/doc/service/guide/h5/auth — 网页授权域名
 */
export function publicUrlWarnings(
  publicUrl: string | null,
  kind: AccountKind | null = null,
): PublicUrlRule[] {
  if (publicUrl === null) return [];
  const parts = PARTS.exec(publicUrl);
  if (!parts) return ['not_a_url'];
  const [, scheme = '', user, host = '', port, rest = ''] = parts;
  const isIp = /^\d{1,3}(\.\d{1,3}){3}$|^\[/.test(host);
  const isLoopback = LOOPBACK.test(host);
  const broken: Record<PublicUrlRule, boolean> = {
    not_a_url: false,
    not_https: scheme.toLowerCase() !== 'https',
    has_password: user !== undefined,
    has_port: port !== undefined,
    upper_case: host !== host.toLowerCase(),
    underscore: host.includes('_'),
    not_ascii: !/^[\x21-\x7e]*$/.test(host),
    is_ip: isIp,
    loopback: isLoopback,
    local_name: !isIp && !isLoopback && LOCAL_NAME.test(host),
    has_path: rest.length > 1,
    too_long: encodeURIComponent(publicUrl.toWellFormed()).length + REST_OF_LINK > LONGEST_LINK,
  };
  return PUBLIC_URL_RULES.filter(
    (rule) => broken[rule] && !(kind === 'test' && FINE_FOR_TEST_ACCOUNTS.has(rule)),
  );
}
