/**
 * Web authorization: codes, and the user-level tokens they buy. The rule: a code works once, for five minutes,
 * for the account it was made for; its token is worthless under `/cgi-bin`.
 * @see https://developers.weixin.qq.com/doc/service/api/webdev/access/api_snsaccesstoken
 */
import type { SimulatedApp } from './apps.ts';
import { newCode, newToken } from './identifiers.ts';
import type { Person } from './people.ts';
import { type Refusal, refuse } from './refusals.ts';

const codeLifetime = 300_000;
const tokenLifetime = 7_200_000;
const refreshLifetime = 30 * 86_400_000;
// A long load run must not fill the memory: beyond this many, the oldest are forgotten.
const kept = 200_000;

export type Scope = 'snsapi_base' | 'snsapi_userinfo';

export interface Grant {
  person: Person;
  scope: Scope;
}

interface Code extends Grant {
  createdAt: number;
  used: boolean;
}

interface WebToken extends Grant {
  expiresAt: number;
}

export type OAuth = ReturnType<typeof createOAuth>;

export function createOAuth(clock: () => number) {
  const codes = new Map<string, Code>();
  const accessTokens = new Map<string, WebToken>();
  const refreshTokens = new Map<string, WebToken>();

  function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
    const oldest = map.size >= kept ? map.keys().next().value : undefined;
    if (oldest !== undefined) map.delete(oldest);
    map.set(key, value);
  }

  function issueAccess({ person, scope }: Grant): string {
    const token = newToken();
    keep(accessTokens, token, { person, scope, expiresAt: clock() + tokenLifetime });
    return token;
  }

  return {
    mint(grant: Grant): string {
      const code = newCode();
      keep(codes, code, { ...grant, createdAt: clock(), used: false });
      return code;
    },

    exchange(app: SimulatedApp, value: string): object {
      const code = codes.get(value);
      if (code === undefined || code.person.appId !== app.appId) return refuse(40029);
      if (code.used) return refuse(40163);
      if (clock() - code.createdAt >= codeLifetime) return refuse(42003);
      code.used = true;
      const { person, scope } = code;
      const refreshToken = newToken();
      keep(refreshTokens, refreshToken, { person, scope, expiresAt: clock() + refreshLifetime });
      return {
        access_token: issueAccess(code),
        expires_in: tokenLifetime / 1000,
        refresh_token: refreshToken,
        openid: person.openid,
        scope,
        ...(person.kind === 'snapshot' ? { is_snapshotuser: 1 } : {}),
        ...(scope === 'snsapi_userinfo' && app.unionBound !== false ? { unionid: person.unionid } : {}),
      };
    },

    refresh(appId: string, value: string): object {
      const known = refreshTokens.get(value);
      if (known === undefined || known.person.appId !== appId) return refuse(40030);
      if (clock() >= known.expiresAt) return refuse(42002);
      return {
        access_token: issueAccess(known),
        expires_in: tokenLifetime / 1000,
        refresh_token: value,
        openid: known.person.openid,
        scope: known.scope,
      };
    },

    /** Whom a user-level token speaks for. */
    check(token: string | undefined, openid: string | undefined): Grant | Refusal {
      if (token === undefined || token === '') return refuse(41001);
      const known = accessTokens.get(token);
      if (known === undefined) return refuse(/^[\w-]+$/.test(token) ? 40001 : 40014);
      if (clock() >= known.expiresAt) return refuse(42001);
      if (openid === undefined || openid === '') return refuse(41009);
      return known.person.openid === openid ? known : refuse(40003);
    },

    reset(): void {
      for (const map of [codes, accessTokens, refreshTokens]) map.clear();
    },
  };
}
