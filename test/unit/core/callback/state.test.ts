import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStates, STATE_VALID_MS } from '#core/callback/state.ts';
import { newId } from '#core/ids.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const key = Buffer.alloc(32, 7);

test('a minted state is one WeChat accepts and names its entry', () => {
  const states = createStates(key, manualClock());
  const entryId = newId();
  const { state, nonce } = states.mint(entryId, 's');
  expect(state).toMatch(/^[a-z0-9]{32,128}$/);
  expect(states.verify(state)).toEqual({ link: { entryId, kind: 's', nonce } });
});

test.each(['s', 'p', 'q'] as const)(
  'of kind %s it is accepted for ten minutes and not a moment longer',
  (kind) => {
    const clock = manualClock();
    const states = createStates(key, clock);
    const { state } = states.mint(newId(), kind);
    clock.advance(STATE_VALID_MS);
    expect(states.verify(state)).toHaveProperty('link');
    clock.advance(1);
    expect(states.verify(state)).toEqual({ refusal: 'expired_state' });
  },
);

test('one from the future is refused, but a clock set back a little is forgiven', () => {
  const clock = manualClock();
  const states = createStates(key, clock);
  const { state } = states.mint(newId(), 's');
  clock.advance(-30_000);
  expect(states.verify(state)).toHaveProperty('link');
  clock.advance(-60_000);
  expect(createStates(key, clock).verify(state)).toEqual({ refusal: 'expired_state' });
});

test('set back far, it still knows how old its own are', () => {
  const [clock, steady] = [manualClock(), manualClock(0)];
  const states = createStates(key, clock, steady);
  const first = states.mint(newId(), 's').state;
  for (const each of [clock, steady]) each.advance(60_000);
  const second = states.mint(newId(), 's').state;
  clock.advance(-3_600_000);
  states.mint(newId(), 's');
  steady.advance(STATE_VALID_MS - 60_000);
  expect(states.verify(first)).toHaveProperty('link');
  steady.advance(1);
  expect(states.verify(first)).toEqual({ refusal: 'expired_state' });
  expect(states.verify(second)).toHaveProperty('link');
});

test('one that another FollowDesk signed is refused', () => {
  const clock = manualClock();
  const foreign = createStates(Buffer.alloc(32, 8), clock).mint(newId(), 's').state;
  expect(createStates(key, clock).verify(foreign)).toEqual({ refusal: 'bad_state' });
});

test('no changed character passes', () => {
  const states = createStates(key, manualClock());
  const { state } = states.mint(newId(), 's');
  fc.assert(
    fc.property(
      fc.nat(state.length - 1),
      fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'),
      (index, letter) => {
        fc.pre(state[index] !== letter);
        const forged = state.slice(0, index) + letter + state.slice(index + 1);
        expect(states.verify(forged)).toEqual({ refusal: 'bad_state' });
      },
    ),
  );
});

test('nothing that anybody types passes or throws', () => {
  const states = createStates(key, manualClock());
  fc.assert(
    fc.property(fc.option(fc.string({ maxLength: 300 }), { nil: undefined }), (text) => {
      expect(states.verify(text)).toEqual({ refusal: 'bad_state' });
    }),
  );
});

test('a result key names its scan, and no other key does', () => {
  const states = createStates(key, manualClock());
  const resultKey = states.resultKey('41');
  expect(resultKey).toMatch(/^[a-z0-9]{26}$/);
  expect(states.scanIdOf(resultKey)).toBe('41');
  expect(states.scanIdOf(`${resultKey.slice(0, -2)}42`)).toBeNull();
  expect(states.scanIdOf(createStates(Buffer.alloc(32, 8), manualClock()).resultKey('41'))).toBeNull();
  for (const typed of ['', '41', `${resultKey}0`, resultKey.toUpperCase(), `${'0'.repeat(24)}1`]) {
    expect(states.scanIdOf(typed)).toBeNull();
  }
});

test('more screens than are remembered are known all the same', () => {
  const states = createStates(key, manualClock());
  const minted = Array.from({ length: 200 }, () => states.mint(newId(), 's').state);
  for (const state of [...minted, ...minted]) expect(states.verify(state)).toHaveProperty('link');
});
