import { describe, expect, it } from 'vitest';
import { type Trouble, troubleIn, troubleOf } from '#main/account-health.ts';
import { describeTrouble } from '#main/trouble-wording.ts';
import { resources } from '#renderer/text/resources.ts';
import type { Language } from '#shared/model/host.ts';
import { Reason, type Verdict } from '#shared/model/verdict.ts';

const broken = ['credentials', 'token', 'ip_not_allowed', 'quota', 'permission'] as const;
const scan = (verdict: Verdict, reason: Reason | null = null) => ({ verdict, reason });
const healthy = { secretState: 'ok' } as const;

describe('what a scan says of its account', () => {
  it.each(Reason.options)('%s', (reason) => {
    const expected = broken.find((trouble) => trouble === reason) ?? null;
    expect(troubleIn(scan('unknown', reason))).toBe(expected);
  });

  it('nothing bad, when it got a verdict', () => {
    expect(troubleIn(scan('followed'))).toBeNull();
  });
});

describe('what is wrong with an account', () => {
  it('is what its newest scan says that says anything', () => {
    const unsaid = scan('unknown', 'denied');
    expect(troubleOf(healthy, [unsaid, scan('unknown', 'quota'), scan('followed')])).toBe('quota');
    expect(troubleOf(healthy, [unsaid, scan('not_followed'), scan('unknown', 'quota')])).toBeNull();
    expect(troubleOf(healthy, [unsaid, unsaid])).toBeNull();
    expect(troubleOf(healthy, [])).toBeNull();
  });

  it.each(['missing', 'unreadable'] as const)(
    'is a secret that is %s, whatever scans said',
    (secretState) => {
      expect(troubleOf({ secretState }, [scan('followed')])).toBe('secret');
    },
  );
});

describe('its wording', () => {
  it.each(['zh-CN', 'en'] satisfies Language[])('is the console’s own: %s', (language) => {
    for (const trouble of broken) {
      const { title, remedy } = resources[language].reasons[trouble];
      expect(describeTrouble(trouble, language)).toEqual({ title, remedy });
    }
  });

  it('has a title and a remedy for a secret, too', () => {
    const trouble: Trouble = 'secret';
    expect(describeTrouble(trouble, 'zh-CN').remedy).toMatch(/\p{Script=Han}/u);
    expect(Object.values(describeTrouble(trouble, 'en')).join()).not.toMatch(/\p{Script=Han}/u);
  });
});
