/**
 * How WeChat tells a caller that its address is not on the whitelist. The address stands in the text and
 * nowhere else, and the text has changed over the years: clients must read every form. One real example each:
 *
 * 1. 2017  `invalid ip 119.253.43.19, not in whitelist`
 * 2. 2019  `invalid ip 219.133.158.202, not in whitelist hint: [njHmVa00792974]`
 * 3. 2020  `invalid ip 101.45.43.1 ipv6 ::ffff:101.45.43.1, not in whitelist hint: [jotvMa01143580]`
 * 4. 2020  `invalid ip 120.244.112.8 ipv6 ::ffff:120.244.112.8, not in whitelist rid: 5fa26c60-1a0ebdd5-32fd1cd0`
 * 5. 2023  `invalid ip 114.221.21.30 ipv6 ::ffff:114.221.21.30, not in whitelist rid: 658cff8e-7783352d-44cb33e5`
 */
import { newHint } from './identifiers.ts';
import type { Refusal } from './refusals.ts';

export const ipRefusalFormats = [1, 2, 3, 4, 5] as const;
export type IpRefusalFormat = (typeof ipRefusalFormats)[number];

export const defaultClientIp = '203.0.113.7';

/** What an account's administrators have said about addresses, and what the platform sees. */
export interface IpSettings {
  /** Addresses that may fetch tokens. Unset: any. */
  ipWhitelist?: readonly string[];
  /** Whether the whitelist also guards every other API call; WeChat's own texts disagree. Default false. */
  ipWhitelistGuardsAll?: boolean;
  /** The public address the platform believes this account's caller has. Default 203.0.113.7. */
  clientIp?: string;
  /** How a refused address is told: 1 the oldest … 5 the newest, the default. */
  ipRefusalFormat?: IpRefusalFormat;
}

export function isIpRefusalFormat(value: unknown): value is IpRefusalFormat {
  return ipRefusalFormats.some((format) => format === value);
}

/** The address the platform sees; an IPv6 caller's is told as it is in both places. */
export function clientIpOf(app: IpSettings | undefined): string {
  return app?.clientIp ?? defaultClientIp;
}

/** 40164 for this account's caller, in the account's own format unless another is asked for. */
export function refuseIp(app: IpSettings | undefined, asked?: IpRefusalFormat): Refusal {
  const format = asked ?? app?.ipRefusalFormat ?? 5;
  const ip = clientIpOf(app);
  const both = format < 3 ? ip : `${ip} ipv6 ${ip.includes(':') ? ip : `::ffff:${ip}`}`;
  const hint = format === 2 || format === 3 ? ` hint: [${newHint()}]` : '';
  // Before 2020 there were no rids.
  return { errcode: 40164, errmsg: `invalid ip ${both}, not in whitelist${hint}`, withoutRid: format < 4 };
}

/** Whether this account's caller may fetch tokens; addresses are compared as written. */
export function isListed(app: IpSettings): boolean {
  return app.ipWhitelist === undefined || app.ipWhitelist.includes(clientIpOf(app));
}
