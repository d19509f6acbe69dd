/** What the doctor finds out about the machine it runs on, and what it keeps to itself. */
import { expect, test } from 'vitest';
import { NotFound } from '#core/errors.ts';
import { found, hostWith, openPatient } from './patient.ts';

test('a listener that does not listen', async () => {
  const host = hostWith({ state: 'failed', code: 'PORT_IN_USE', port: 80, offeredPort: 8080 });
  const { examine } = await openPatient({ host });
  expect(found(await examine('callback'), 'callback')).toEqual({
    check: 'callback',
    state: 'failed',
    actor: 'operator',
    errcode: null,
    cause: 'port_in_use',
    facts: { port: '80', offeredPort: '8080' },
  });
});

test.each([
  [10 * 60_000, 'failed', 'far_off'],
  [3 * 60_000, 'warning', 'skewed'],
  [-3 * 60_000, 'warning', 'skewed'],
  [20_000, 'ok', null],
])('a clock that is %d ms off', async (ms, state, cause) => {
  const { examine, clock } = await openPatient();
  clock.advance(ms);
  const finding = found(await examine('clock'), 'clock');
  expect(finding).toMatchObject({ state, cause });
  expect(Math.abs(Number(finding.facts.skewSeconds) - ms / 1000)).toBeLessThanOrEqual(10);
});

test('a key that the address of the API carries is not repeated', async () => {
  const { examine, account, simulator } = await openPatient();
  account.apiBaseUrl = `${simulator.url}/relay-key-1234`;
  expect(JSON.stringify(await examine())).not.toContain('relay-key-1234');
});

test('an account that does not exist is thrown', async () => {
  const { doctor } = await openPatient();
  await expect(doctor.examine('nobody')).rejects.toBeInstanceOf(NotFound);
  await expect(doctor.lookUpRid('nobody', 'x')).rejects.toBeInstanceOf(NotFound);
  expect(() => doctor.seenIps('nobody')).toThrow(NotFound);
});
