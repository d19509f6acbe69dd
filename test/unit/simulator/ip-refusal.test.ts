/** How a refused address is told: each form against a real example of its time. */
import { expect, test } from 'vitest';
import { isListed, refuseIp } from '#simulator/ip-refusal.ts';
import { createRefusalLog } from '#simulator/refusals.ts';

/** Real texts with the letters, digits and address taken out. */
const real = [
  [1, 'invalid ip 119.253.43.19, not in whitelist'],
  [2, 'invalid ip 219.133.158.202, not in whitelist hint: [njHmVa00792974]'],
  [3, 'invalid ip 101.45.43.1 ipv6 ::ffff:101.45.43.1, not in whitelist hint: [jotvMa01143580]'],
  [4, 'invalid ip 120.244.112.8 ipv6 ::ffff:120.244.112.8, not in whitelist rid: 5fa26c60-1a0ebdd5-32fd1cd0'],
  [5, 'invalid ip 114.221.21.30 ipv6 ::ffff:114.221.21.30, not in whitelist rid: 658cff8e-7783352d-44cb33e5'],
] as const;

function shape(text: string): string {
  return text
    .replaceAll(/\[[A-Za-z]{6}\d{8}\]/g, '[hint]')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/g, 'rid');
}

test.each(real)('form %i', (ipRefusalFormat, example) => {
  const clientIp = /invalid ip ([\d.]+)/.exec(example)?.[1] ?? '';
  const refusal = refuseIp({ clientIp, ipRefusalFormat });
  const told = createRefusalLog(Date.now).stamp({
    appId: 'wx1',
    path: '/cgi-bin/token',
    url: '',
    body: '',
    clientIp,
    refusal,
  });
  expect(told).toEqual({ errcode: 40164, errmsg: expect.any(String) });
  expect(shape(told.errmsg)).toBe(shape(example));
});

test('an IPv6 caller is told its own address in both places', () => {
  expect(refuseIp({ clientIp: '2001:db8::7' }).errmsg).toBe(
    'invalid ip 2001:db8::7 ipv6 2001:db8::7, not in whitelist',
  );
});

test('without a whitelist everybody is listed, with an empty one nobody', () => {
  expect(isListed({})).toBe(true);
  expect(isListed({ ipWhitelist: [] })).toBe(false);
  expect(isListed({ ipWhitelist: ['203.0.113.7'] })).toBe(true);
  expect(isListed({ ipWhitelist: ['203.0.113.7'], clientIp: '203.0.113.8' })).toBe(false);
});
