/** An account as the console sees it, for tests that care about one or two of its fields. */
import type { Account } from '#shared/model/account.ts';

export function anAccount(fields: Partial<Account> = {}): Account {
  return {
    id: 'acc',
    name: '晨光书店',
    appId: 'wx0123456789abcdef',
    hasSecret: true,
    secretHint: 'cdef',
    secretState: 'ok',
    secretVolatile: false,
    kind: null,
    publicUrl: null,
    apiBaseUrl: 'https://api.weixin.qq.com',
    authorizeBaseUrl: 'https://open.weixin.qq.com',
    tokenMode: 'stable',
    sharedToken: null,
    servesToken: false,
    sandbox: false,
    publicUrlWarnings: [],
    ...fields,
  };
}
