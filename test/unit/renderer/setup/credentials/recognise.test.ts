/** AppID and AppSecret found in what people really copy. */
import { describe, expect, it } from 'vitest';
import { recognise } from '#renderer/setup/credentials/recognise.ts';

const APP_ID = 'wx5f0c1a7de3b94826';
const APP_SECRET = 'c0ffee5eed4f6b1e9a2d8c7305f41b6e';

describe('recognise', () => {
  it.each([
    `AppID: ${APP_ID} AppSecret: ${APP_SECRET}`,
    `${APP_ID}\t${APP_SECRET}`,
    `开发者ID(AppID)：${APP_ID}\n开发者密码(AppSecret)：${APP_SECRET}`,
    `{"appid":"${APP_ID}","secret":"${APP_SECRET}"}`,
    `appsecret=${APP_SECRET}&appid=${APP_ID}`,
  ])('tells both apart in %j', (pasted) => {
    expect(recognise(pasted)).toEqual({ appId: APP_ID, appSecret: APP_SECRET });
  });

  it('takes one out of its label', () => {
    expect(recognise(`AppID：${APP_ID}`)).toEqual({ appId: APP_ID, appSecret: null });
    expect(recognise(`AppSecret ${APP_SECRET}`)).toEqual({ appId: null, appSecret: APP_SECRET });
  });

  it.each([APP_ID, ` ${APP_SECRET}\n`, 'hello', '', `${APP_SECRET}${APP_SECRET}`, `x${APP_ID}`])(
    'leaves %j to the field it is pasted into',
    (pasted) => {
      expect(recognise(pasted)).toBeNull();
    },
  );
});
