import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { lockOnLeaving } from '#main/power.ts';

it.each(['suspend', 'lock-screen', 'user-did-resign-active', 'shutdown'])('locks on %s, once', (event) => {
  const power = new EventEmitter();
  let locked = 0;
  lockOnLeaving(power as never, () => {
    locked += 1;
  });
  power.emit(event);
  expect(locked).toBe(1);
});

it('does nothing when somebody comes back', () => {
  const power = new EventEmitter();
  let locked = 0;
  lockOnLeaving(power as never, () => {
    locked += 1;
  });
  for (const event of ['resume', 'unlock-screen', 'user-did-become-active']) power.emit(event);
  expect(locked).toBe(0);
});
