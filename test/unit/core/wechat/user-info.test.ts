/** One person, from whatever WeChat says about them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUser, verdictOf } from '#core/wechat/user-info.ts';
import { User } from '#shared/model/user.ts';

const OPENID = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';

it('reads every field of the origin document and of today', () => {
  const user = parseUser(
    {
      subscribe: 1,
      openid: OPENID,
      nickname: 'Band',
      sex: 1,
      language: 'zh_CN',
      city: '广州',
      province: '广东',
      country: '中国',
      headimgurl: 'http://wx.qlogo.cn/mmopen/g3MonUZ/0',
      subscribe_time: 1382694957,
      unionid: ' o6_bmasdasdsad6_2sgVt7hMZOPfL',
      remark: '老朋友',
      groupid: 0,
      tagid_list: [128, 2],
      subscribe_scene: 'ADD_SCENE_QR_CODE',
      qr_scene: 98765,
      qr_scene_str: 'door-7',
    },
    OPENID,
  );
  expect(user).toEqual({
    openid: OPENID,
    subscribe: true,
    subscribeTime: '2013-10-25T09:55:57.000Z',
    subscribeScene: 'ADD_SCENE_QR_CODE',
    unionid: 'o6_bmasdasdsad6_2sgVt7hMZOPfL',
    language: 'zh_CN',
    remark: '老朋友',
    groupId: 0,
    tagIds: [128, 2],
    qrScene: 98765,
    qrSceneStr: 'door-7',
    nickname: 'Band',
    headImgUrl: 'http://wx.qlogo.cn/mmopen/g3MonUZ/0',
    sex: 1,
    city: '广州',
    province: '广东',
    country: '中国',
  });
});

it('reads what WeChat says about somebody who does not follow, and takes empty texts for none', () => {
  expect(parseUser({ subscribe: 0, openid: OPENID, nickname: '', remark: '' }, OPENID)).toMatchObject({
    openid: OPENID,
    subscribe: false,
    subscribeTime: null,
    nickname: null,
    remark: null,
    tagIds: [],
  });
});

it('makes a user of the contract out of any reply', () => {
  const value = fc.oneof(
    fc.string(),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.jsonValue()),
  );
  const reply = fc.record(
    {
      subscribe: value,
      subscribe_time: value,
      tagid_list: value,
      groupid: value,
      qr_scene: value,
      qr_scene_str: value,
      remark: value,
      openid: value,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(reply, (anything) => {
      // JSON has no NaN and no Infinity.
      const user = parseUser(JSON.parse(JSON.stringify(anything)), OPENID);
      expect(User.safeParse(user).error).toBeUndefined();
    }),
  );
});

describe('the verdict', () => {
  const verdict = (subscribe: unknown) => verdictOf(parseUser({ subscribe, nickname: 'Band' }, OPENID));

  it.each([1, '1', true])('is followed for %j', (subscribe) => {
    expect(verdict(subscribe)).toEqual({ verdict: 'followed', reason: null });
  });
  it.each([0, '0', false])('is not followed for %j', (subscribe) => {
    expect(verdict(subscribe)).toEqual({ verdict: 'not_followed', reason: null });
  });
  it.each([undefined, null, 2, '', 'yes', []])('is never guessed from %j, nickname or not', (subscribe) => {
    expect(verdict(subscribe)).toEqual({ verdict: 'unknown', reason: 'no_subscribe' });
  });
});
