/**
 * Reads an authorize link as strictly as WeChat does. The rule: the raw query string is what counts — WeChat
 * matches it with a pattern, so a link with the right parameters in the wrong order cannot be opened.
 * @see https://developers.weixin.qq.com/doc/service/guide/h5/auth.html
 */
import type { Apps, SimulatedApp } from './apps.ts';
import type { Scope } from './oauth.ts';
import { hasRight } from './rights.ts';

export interface AuthorizeRequest {
  app: SimulatedApp;
  redirectUri: string;
  scope: Scope;
  /** Undefined when the link has none: it is optional. */
  state: string | undefined;
  /** Who scans, when a script has chosen already (our addition, after `state`). */
  as: string | undefined;
}

/** A page error: `code` is WeChat's number where it has one, `hint` is for whoever made the link. */
export interface PageError {
  code: number | undefined;
  message: string;
  hint: string;
}

const messages = new Map<number, string>([
  [10003, 'redirect_uri域名与后台配置不一致'],
  [10004, '此公众号被封禁'],
  [10005, '此公众号并没有这些scope的权限'],
  [10006, '必须关注此测试号'],
  [10009, '操作太频繁了，请稍后重试'],
  [10010, 'scope不能为空'],
  [10011, 'redirect_uri不能为空'],
  [10012, 'appid不能为空'],
  [10013, 'state不能为空'],
  [10015, '公众号未授权第三方平台，请检查授权状态'],
  [10016, '不支持微信开放平台的Appid，请使用公众号Appid'],
  [10039, 'redirect_uri协议与后台配置不一致'],
]);

export function pageError(code: number | undefined, hint = ''): PageError {
  return {
    code,
    message: (code === undefined ? undefined : messages.get(code)) ?? '链接参数有误，无法打开',
    hint,
  };
}

const ordered = ['appid', 'redirect_uri', 'response_type', 'scope', 'state'] as const;

type Pairs = readonly (readonly [name: string, value: string])[];

function split(rawQuery: string): Pairs | undefined {
  try {
    return rawQuery.split('&').map((pair) => {
      const at = pair.indexOf('=');
      const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
      return [name, decodeURIComponent(value.replaceAll('+', ' '))] as const;
    });
  } catch {
    return undefined;
  }
}

function inOrder(pairs: Pairs): boolean {
  const names = pairs.map(([name]) => name);
  const expected = ordered.filter((name) => name !== 'state' || names.includes('state'));
  const repeated = ordered.some((name) => names.indexOf(name) !== names.lastIndexOf(name));
  return !repeated && expected.every((name, index) => names[index] === name);
}

/** Whether the account may send people there. Compared as written: an explicit port is another address. */
export function isAllowedRedirect(redirectUri: string, domains: readonly string[] | undefined): boolean {
  const parts = /^https?:\/\/([^/?#@\s]+)(\/[^?#]*)?(?:[?#]|$)/.exec(redirectUri);
  if (parts === null || !URL.canParse(redirectUri)) return false;
  if (domains === undefined) return true;
  const [, host = '', path = '/'] = parts;
  return domains.some((domain) => domain === host || `${host}${path}/`.startsWith(`${domain}/`));
}

export function readAuthorizeLink(rawQuery: string, apps: Apps): AuthorizeRequest | PageError {
  const pairs = split(rawQuery);
  if (pairs === undefined) return pageError(undefined, '百分号编码有误 · Broken percent-encoding');
  const value = (name: string) => pairs.find(([key]) => key === name)?.[1];
  const [appId, redirectUri, scope, state] = [
    value('appid'),
    value('redirect_uri'),
    value('scope'),
    value('state'),
  ];
  if (!appId) return pageError(10012);
  const app = apps.find(appId);
  if (app === undefined) return pageError(10016, '模拟器里没有这个 AppID · No such AppID in the simulator');
  if (!redirectUri) return pageError(10011);
  if (!scope) return pageError(10010);
  if (state === '') return pageError(10013);
  if (!inOrder(pairs))
    return pageError(
      undefined,
      `参数顺序必须是 ${ordered.join(', ')} · The parameters must come in this order`,
    );
  if (value('response_type') !== 'code')
    return pageError(undefined, 'response_type 必须是 code · response_type must be code');
  if (scope !== 'snsapi_base' && scope !== 'snsapi_userinfo') {
    return pageError(10005, 'scope 只能是 snsapi_base 或 snsapi_userinfo · The two scopes there are');
  }
  if (state !== undefined && !/^[a-zA-Z0-9]{1,128}$/.test(state)) {
    return pageError(
      undefined,
      'state 只能是 1–128 个字母或数字 · The state must be 1–128 letters or digits',
    );
  }
  if (!hasRight(app, 'web_authorization')) {
    return pageError(10005, '网页授权只给已认证的服务号和测试号 · Verified service and test accounts only');
  }
  return unfitRedirect(redirectUri, app) ?? { app, redirectUri, scope, state, as: value('as') };
}

function unfitRedirect(redirectUri: string, app: SimulatedApp): PageError | undefined {
  const { redirectDomains, redirectScheme } = app;
  if (!isAllowedRedirect(redirectUri, redirectDomains)) {
    const allowed = redirectDomains?.join(', ') ?? 'http(s)://…';
    return pageError(10003, `允许的地址：${allowed} · Allowed addresses`);
  }
  if (redirectScheme !== undefined && !redirectUri.startsWith(`${redirectScheme}:`)) {
    return pageError(10039, `必须以 ${redirectScheme}:// 开头 · The scheme the account is set to`);
  }
  return undefined;
}

/** Where the phone goes next: the parameters join an existing query and stay before a fragment. */
export function callbackUrl(
  redirectUri: string,
  answer: { code?: string; state: string | undefined },
): string {
  const hash = redirectUri.indexOf('#');
  const base = hash < 0 ? redirectUri : redirectUri.slice(0, hash);
  const fragment = hash < 0 ? '' : redirectUri.slice(hash);
  const added = [
    ...(answer.code === undefined ? [] : [`code=${answer.code}`]),
    `state=${answer.state ?? ''}`,
  ].join('&');
  const join = !base.includes('?') ? '?' : /[?&]$/.test(base) ? '' : '&';
  // A decoded redirect_uri may hold anything; a header may not.
  return `${base}${join}${added}${fragment}`.replaceAll(/[^\x21-\x7e]/gu, encodeURIComponent);
}
