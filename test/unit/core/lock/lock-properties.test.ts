/**
 * Whatever happens in whatever order, with whatever the clock is set to, the console is open exactly when the right
 * PIN came after it was locked last and somebody has been there since.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLock, PIN, person } from './open-lock.ts';

const MINUTE_MS = 60_000;
const IDLE_MS = 5 * MINUTE_MS;

const happening = fc.oneof(
  fc.constantFrom('wrong', 'right', 'present', 'lock', 'kiosk').map((kind) => ({ kind, wall: 0, steady: 0 })),
  fc.integer({ min: 0, max: 6 }).map((time) => ({ kind: 'time passes', wall: time, steady: time })),
  fc.integer({ min: 0, max: 6 }).map((wall) => ({ kind: 'it sleeps', wall, steady: 0 })),
  fc.integer({ min: -900, max: 900 }).map((wall) => ({ kind: 'the clock is set', wall, steady: 0 })),
);

test('it is open only for the right PIN, and only while somebody is there', async () => {
  const { lock, clock, steady } = openLock();
  await lock.setPin(PIN, person);
  let seen = { wall: clock.now(), steady: steady.now() };
  let open = true;

  function passOf({ wall, steady: real }: { wall: number; steady: number }): void {
    clock.advance(wall * MINUTE_MS);
    steady.advance(real * MINUTE_MS);
    if (clock.now() - seen.wall >= IDLE_MS || steady.now() - seen.steady >= IDLE_MS) open = false;
  }

  async function happens(kind: string): Promise<void> {
    if (kind === 'wrong') await expect(lock.unlock('0000')).rejects.toThrow();
    if (kind === 'lock') lock.lock();
    if (kind === 'kiosk') lock.startKiosk();
    if (kind === 'lock' || kind === 'kiosk') open = false;
    if (kind === 'present') lock.present();
    // Too many wrong ones before it: then the right one has to wait, too.
    if (kind === 'right' && (await lock.unlock(PIN).catch(() => null))) open = true;
    else if (kind !== 'present' || !open) return;
    seen = { wall: clock.now(), steady: steady.now() };
  }

  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 12 }), async (happenings) => {
      for (const { kind, ...time } of happenings) {
        passOf(time);
        await happens(kind);
        expect(lock.now().isLocked, kind).toBe(!open);
      }
    }),
    { numRuns: 25 },
  );
}, 30_000);
