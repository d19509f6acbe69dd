/** An account as the guide's tests need it. */
import type { Account } from '#shared/model/account.ts';
import type { CheckName, Finding } from '#shared/model/doctor.ts';

export function account(change: Partial<Account> = {}): Account {
  return {
    id: 'abcdefghij',
    name: '晨光书店',
    appId: 'wx00112233445566aa',
    hasSecret: true,
    secretHint: '41b6',
    secretState: 'ok',
    secretVolatile: false,
    kind: 'service',
    publicUrl: 'https://door.example.com',
    apiBaseUrl: 'https://api.weixin.qq.com',
    authorizeBaseUrl: 'https://open.weixin.qq.com',
    tokenMode: 'stable',
    sharedToken: null,
    servesToken: false,
    sandbox: false,
    publicUrlWarnings: [],
    ...change,
  };
}

export function finding(check: CheckName, state: Finding['state'], change: Partial<Finding> = {}): Finding {
  return { check, state, actor: 'none', errcode: null, cause: null, facts: {}, ...change };
}
