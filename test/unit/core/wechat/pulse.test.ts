/** Whether WeChat answers, told from calls that were made anyway. */
import { expect, test } from 'vitest';
import { createPulses, shownPulse } from '#core/wechat/pulse.ts';

const call = (startedAt: number, ms: number, unreachable: 'network' | 'http_status' | null = null) => ({
  accountId: 'a',
  startedAt,
  ms,
  unreachable,
});

test('before the first call nothing is known', () => {
  expect(shownPulse(createPulses().of('a'), 3, 2)).toEqual({
    ...{ waiting: 3, askedToWait: 2 },
    ...{ answeredAt: null, askedAt: null, latencyMs: null, silentSince: null },
  });
});

test('an answer ends a silence, which began when the first call was made that had none', () => {
  const pulses = createPulses();
  pulses.note(call(1000, 40));
  pulses.note(call(2000, 300, 'network'));
  pulses.note(call(3000, 300, 'http_status'));
  expect(pulses.of('a')).toMatchObject({ answeredAt: 1040, askedAt: 3300, silentSince: 2000 });
  pulses.note(call(4000, 40));
  expect(pulses.of('a')).toMatchObject({ answeredAt: 4040, askedAt: 4040, silentSince: null });
});

test('a call that was overtaken by an answer proves no silence, whenever it fails', () => {
  const pulses = createPulses();
  pulses.note(call(5000, 40));
  pulses.note(call(1000, 8000, 'network'));
  expect(pulses.of('a')).toMatchObject({ answeredAt: 5040, askedAt: 9000, silentSince: null });
  pulses.note(call(7000, 3000, 'network'));
  pulses.note(call(6000, 5000, 'network'));
  expect(pulses.of('a').silentSince).toBe(6000);
});

test('one slow answer is no slow network, a dozen are', () => {
  const pulses = createPulses();
  const latency = () => shownPulse(pulses.of('a'), 0).latencyMs;
  pulses.note(call(0, 3000));
  pulses.note(call(1000, 40));
  expect(latency()).toBe(40);
  for (let at = 2000; at < 14_000; at += 1000) pulses.note(call(at, 1000));
  expect(latency()).toBe(1000);
});

test('a clock set back while WeChat was asked makes no answer quicker than at once', () => {
  const pulses = createPulses();
  pulses.note(call(3_600_000, -3_599_000));
  expect(shownPulse(pulses.of('a'), 0).latencyMs).toBe(0);
});

test('accounts do not speak for each other, and one that was removed is forgotten', () => {
  const pulses = createPulses();
  pulses.note(call(0, 40));
  pulses.note({ ...call(0, 40), accountId: null });
  expect(pulses.of('b').answeredAt).toBeNull();
  pulses.forget('a');
  expect(pulses.of('a').answeredAt).toBeNull();
});
