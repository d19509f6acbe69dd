/** Why a verdict is unknown, for the operator: what happened, who acts, what to do. */
import type { Wording } from '../wording.ts';
import type { reasons as chinese } from '../zh-CN/reasons.ts';

export const reasons = {
  actors: {
    visitor: 'Ask the visitor',
    operator: 'Needs you',
    admin: "Needs the account's admin",
    wechat: 'Waiting for WeChat',
    nobody: 'Retrying by itself',
  },
  denied: {
    title: 'The visitor declined',
    actor: 'visitor',
    remedy: "Ask them to scan again and tap Allow, or make the entry's authorization silent.",
  },
  code_reused: {
    title: 'The code was already used',
    actor: 'visitor',
    remedy: 'WeChat’s answer was lost, or another system used it first. Ask them to scan again.',
  },
  code_expired: {
    title: 'The code was too old',
    actor: 'visitor',
    remedy: 'They waited too long after scanning. Ask them to scan again.',
  },
  code_invalid: {
    title: 'The code is not valid',
    actor: 'visitor',
    remedy: 'Ask them to scan again. If it happens every time, check the AppID.',
  },
  snapshot_user: {
    title: 'Snapshot page: the visitor is hidden',
    actor: 'visitor',
    remedy: 'Ask them to tap "Use full service" at the bottom of the page and scan again.',
  },
  credentials: {
    title: 'AppID or AppSecret is wrong',
    actor: 'operator',
    remedy: 'Check the AppID under Accounts and enter the AppSecret again.',
  },
  token: {
    title: 'The access_token keeps failing',
    actor: 'operator',
    remedy: 'Another system may be fetching it. Choose the stable token interface under Accounts.',
  },
  ip_not_allowed: {
    title: "This machine's IP is not whitelisted",
    actor: 'admin',
    remedy: "Add its public IP on WeChat's developer platform, then check again.",
  },
  quota: {
    title: 'The API quota is used up',
    actor: 'operator',
    remedy: "It comes back at midnight (China time), or reset it in WeChat's console.",
  },
  permission: {
    title: 'The account may not call this API',
    actor: 'admin',
    remedy: 'Web authorization needs a verified service account. Check its type and permissions.',
  },
  network: {
    title: 'WeChat cannot be reached right now',
    actor: 'nobody',
    remedy: "Retried by itself. If it lasts, check this machine's network.",
  },
  platform_busy: {
    title: 'WeChat is busy',
    actor: 'nobody',
    remedy: 'Retried by itself, nothing to do.',
  },
  bad_reply: {
    title: 'The answer did not come from WeChat',
    actor: 'operator',
    remedy: 'Look for a sign-in page or a proxy, and check the API address.',
  },
  no_subscribe: {
    title: 'WeChat did not say whether they follow',
    actor: 'operator',
    remedy: "Check again. If it stays so, look at the account's API permissions.",
  },
  openid_rejected: {
    title: 'WeChat does not know this openid',
    actor: 'operator',
    remedy: 'It may belong to another account. Check the AppID and ask them to scan again.',
  },
  platform_error: {
    title: 'WeChat answered with an error',
    actor: 'operator',
    remedy: 'Open the row for the error code and its remedy, then check again.',
  },
} as const satisfies Wording<typeof chinese>;
