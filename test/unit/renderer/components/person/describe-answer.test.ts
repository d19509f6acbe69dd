/** Why one of a look-up is unknown: nobody is told to scan again, and what was never asked is not WeChat's word. */
import { describe, expect, it } from 'vitest';
import { describeAnswer } from '#renderer/components/person/describe-answer.ts';
import { isWorded, LANGUAGES, textOf } from '../../words.ts';

describe.each(LANGUAGES)('in %s', (language) => {
  const t = textOf(language);

  it('an openid of another account is told from what never was one', () => {
    const rejected = describeAnswer(t, { reason: 'openid_rejected', errcode: 40003 });
    const notAsked = describeAnswer(t, { reason: 'openid_rejected', errcode: null });
    expect(rejected.errcode?.code).toBe(40003);
    expect(rejected.remedy).toMatch(/另一个公众号|belongs to another/);
    expect(notAsked.title).not.toBe(rejected.title);
    expect(notAsked.remedy).toMatch(/没有去问微信|was not asked/);
  });

  it.each(['openid_rejected', 'no_subscribe', 'bad_reply'] as const)(
    'of %s, it is worded for nobody at a door',
    (reason) => {
      const { title, remedy, actor } = describeAnswer(t, { reason, errcode: null });
      expect([title, remedy, actor].every(isWorded)).toBe(true);
      expect(remedy).not.toMatch(/访客|重新查询|scan again/);
    },
  );
});
