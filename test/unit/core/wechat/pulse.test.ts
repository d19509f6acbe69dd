/** Whether WeChat answers, told from calls that were made anyway. */
import { expect, test } from 'vitest';
import { createPulses } from '#core/wechat/pulse.ts';

const call = (startedAt: number, ms: number, unreachable: 'network' | 'http_status' | null = null) => ({
  accountId: 'a',
  startedAt,
  ms,
  unreachable,
});

test('before the first call nothing is known', () => {
  expect(createPulses().of('a')).toEqual({ answeredAt: null, latencyMs: null, silentSince: null });
});

test('an answer ends a silence, which began with the first call that had none', () => {
  const pulses = createPulses();
  pulses.note(call(1000, 40));
  pulses.note(call(2000, 300, 'network'));
  pulses.note(call(3000, 300, 'http_status'));
  expect(pulses.of('a')).toEqual({ answeredAt: 1040, latencyMs: 40, silentSince: 2300 });
  pulses.note(call(4000, 40));
  expect(pulses.of('a')).toEqual({ answeredAt: 4040, latencyMs: 40, silentSince: null });
});

test('one slow answer is no slow network, a dozen are', () => {
  const pulses = createPulses();
  pulses.note(call(0, 40));
  pulses.note(call(1000, 1000));
  expect(pulses.of('a').latencyMs).toBeLessThan(200);
  for (let at = 2000; at < 20_000; at += 1000) pulses.note(call(at, 1000));
  expect(pulses.of('a').latencyMs).toBeGreaterThan(900);
});

test('accounts do not speak for each other, and one that was removed is forgotten', () => {
  const pulses = createPulses();
  pulses.note(call(0, 40));
  pulses.note({ ...call(0, 40), accountId: null });
  expect(pulses.of('b').answeredAt).toBeNull();
  pulses.forget('a');
  expect(pulses.of('a').answeredAt).toBeNull();
});
