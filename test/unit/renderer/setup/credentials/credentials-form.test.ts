/** What is sent of what was typed: the whole for a new account, only the differences for one that is there. */
import { describe, expect, it } from 'vitest';
import { changesOf, credentialsOf, newAccountOf } from '#renderer/setup/credentials/credentials-form.ts';
import { AccountInput } from '#shared/model/account.ts';
import { account } from '../account.ts';

const EMPTY = credentialsOf(null);

describe('newAccountOf', () => {
  it('is what the host takes, with the kind chosen before', () => {
    const typed = { ...EMPTY, appId: ' wx00112233445566aa ', appSecret: ' s3cret ' };
    expect(AccountInput.parse(newAccountOf(typed, 'test'))).toMatchObject({
      appId: 'wx00112233445566aa',
      appSecret: 's3cret',
      kind: 'test',
      apiBaseUrl: 'https://api.weixin.qq.com',
      authorizeBaseUrl: 'https://open.weixin.qq.com',
    });
    expect(newAccountOf(typed, 'test')).not.toHaveProperty('name');
  });

  it('completes a relay without a scheme', () => {
    expect(newAccountOf({ ...EMPTY, apiBaseUrl: 'relay.example.com/' }, null).apiBaseUrl).toBe(
      'https://relay.example.com',
    );
  });
});

describe('changesOf', () => {
  it('is nothing for an account as it is', () => {
    expect(changesOf(credentialsOf(account()), account())).toEqual({});
  });

  it('sends a secret only when one was typed', () => {
    const typed = { ...credentialsOf(account()), appSecret: 'new' };
    expect(changesOf(typed, account())).toEqual({ appSecret: 'new' });
  });

  it('keeps a relay that was not touched, and goes back to WeChat when it is emptied', () => {
    const relayed = account({ apiBaseUrl: 'https://relay.example.com' });
    expect(changesOf(credentialsOf(relayed), relayed)).toEqual({});
    expect(changesOf({ ...credentialsOf(relayed), apiBaseUrl: '' }, relayed)).toEqual({
      apiBaseUrl: 'https://api.weixin.qq.com',
    });
  });

  it('never empties a name', () => {
    expect(changesOf({ ...credentialsOf(account()), name: ' ' }, account())).toEqual({});
  });
});
