/** Turns come in order, and what one key uses up takes nothing from another. */
import { expect, test } from 'vitest';
import { createTurns } from '#core/lookups/turns.ts';

test('no more than allowed have a turn at once, first come first served', async () => {
  const turns = createTurns(2);
  const order: string[] = [];
  const first = await turns.take('a');
  const second = await turns.take('a');
  const waiting = ['third', 'fourth'].map(async (name) => {
    const giveBack = await turns.take('a');
    order.push(name);
    return giveBack;
  });
  (await turns.take('b'))();
  expect(order).toEqual([]);
  first();
  (await waiting[0])?.();
  expect(order[0]).toBe('third');
  (await waiting[1])?.();
  second();
  const again = await Promise.all([turns.take('a'), turns.take('a')]);
  expect(again).toHaveLength(2);
});
