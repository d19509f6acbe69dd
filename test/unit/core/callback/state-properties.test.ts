/** Whatever is done to a state: only the one that was minted passes, only here, and only in its time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStates, STATE_VALID_MS, type StateKind } from '#core/callback/state.ts';
import { ID_LENGTH } from '#core/ids.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const SLACK_MS = 60_000;
const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const entryId = fc.stringMatching(new RegExp(`^[a-z0-9]{${ID_LENGTH}}$`));
const kind = fc.constantFrom<StateKind[]>('s', 'p', 'q');
/** From the first nine-digit time in base 36 to the year 2128. */
const now = fc.integer({ min: 1_500_000_000_000, max: 5_000_000_000_000 });

test('what was minted comes back, for every entry, key and time', () => {
  fc.assert(
    fc.property(key, entryId, kind, now, (secret, id, as, at) => {
      const states = createStates(secret, { now: () => at });
      const { state, nonce, issuedAt } = states.mint(id, as);
      expect(state).toMatch(/^[a-z0-9]{32,128}$/);
      expect(issuedAt).toBe(at);
      expect(states.verify(state)).toEqual({ link: { entryId: id, kind: as, nonce } });
    }),
  );
});

test('it passes from a minute before it was made to ten minutes after, to the millisecond', () => {
  const edges = fc.constantFrom(-SLACK_MS - 1, -SLACK_MS, 0, STATE_VALID_MS, STATE_VALID_MS + 1);
  const age = fc.oneof(edges, fc.integer({ min: -2 * SLACK_MS, max: 2 * STATE_VALID_MS }), fc.integer());
  fc.assert(
    fc.property(now, age, (at, passed) => {
      const secret = Buffer.alloc(32, 7);
      const { state } = createStates(secret, { now: () => at }).mint('a'.repeat(ID_LENGTH), 's');
      // Started anew, so that it knows no clock but this one.
      const states = createStates(secret, { now: () => at + passed });
      const isInTime = passed >= -SLACK_MS && passed <= STATE_VALID_MS;
      expect(states.verify(state)).toHaveProperty(isInTime ? 'link' : 'refusal');
      if (!isInTime) expect(states.verify(state)).toEqual({ refusal: 'expired_state' });
    }),
  );
});

test('another key refuses it', () => {
  fc.assert(
    fc.property(key, key, entryId, (ours, theirs, id) => {
      fc.pre(!ours.equals(theirs));
      const { state } = createStates(theirs, manualClock()).mint(id, 's');
      expect(createStates(ours, manualClock()).verify(state)).toEqual({ refusal: 'bad_state' });
    }),
  );
});

/** A text after one thing was done to it. */
const mutation = fc.oneof(
  fc.tuple(fc.nat(), fc.string({ minLength: 1, maxLength: 3, unit: 'binary' })).map(
    ([at, put]) =>
      (text: string) =>
        text.slice(0, at % (text.length + 1)) + put + text.slice(at % (text.length + 1)),
  ),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 40 })).map(
    ([at, length]) =>
      (text: string) =>
        text.slice(0, at % text.length) + text.slice((at % text.length) + length),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(([first, second]) => (text: string) => {
    const letters = [...text];
    const [one, other] = [first % text.length, second % text.length];
    [letters[one], letters[other]] = [letters[other] ?? '', letters[one] ?? ''];
    return letters.join('');
  }),
  fc.constantFrom(
    (text: string) => text.toUpperCase(),
    (text: string) => `${text}\n`,
    (text: string) => ` ${text}`,
    (text: string) => `${text}\0`,
    (text: string) => text + text,
    (text: string) => [...text].toReversed().join(''),
    (text: string) =>
      text.normalize('NFD').replace(/[a-z]/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  ),
);

test('no mutation passes: added, left out, exchanged, repeated, in capitals', () => {
  const states = createStates(Buffer.alloc(32, 7), manualClock());
  const { state } = states.mint('entry00001', 'q');
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const forged = mutations.reduce((text, mutate) => (text === '' ? text : mutate(text)), state);
      fc.pre(forged !== state);
      expect(states.verify(forged)).toEqual({ refusal: 'bad_state' });
    }),
    { numRuns: 500 },
  );
});

test('no mutation of a result key names a scan', () => {
  const states = createStates(Buffer.alloc(32, 7), manualClock());
  fc.assert(
    fc.property(
      fc.maxSafeNat().map((id) => String(id + 1)),
      mutation,
      (id, mutate) => {
        fc.pre(id.length <= 16);
        const resultKey = states.resultKey(id);
        expect(states.scanIdOf(resultKey)).toBe(id);
        const forged = mutate(resultKey);
        fc.pre(forged !== resultKey);
        expect(states.scanIdOf(forged)).toBeNull();
      },
    ),
  );
});
