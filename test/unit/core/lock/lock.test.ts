/** When the console is locked, and that only the right PIN opens it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TooSoon, WrongPin } from '#core/errors.ts';
import { APP_SECRET, openLock, PIN, person, program } from './open-lock.ts';

test('without a PIN nothing is ever locked', () => {
  const { lock, pass, restart } = openLock();
  lock.lock();
  pass(10_000);
  expect(lock.state()).toMatchObject({ hasPin: false, isLocked: false, isKiosk: false });
  expect(() => lock.startKiosk()).toThrow(expect.objectContaining({ name: 'PinMissing' }));
  expect(restart().now()).toEqual({ isLocked: false, isKiosk: false });
});

test('whoever sets the PIN stays in; a start is locked', async () => {
  const { lock, restart } = openLock();
  expect(await lock.setPin(PIN, person)).toMatchObject({ hasPin: true, isLocked: false, triesLeft: 5 });
  const next = restart();
  expect(next.state().isLocked).toBe(true);
  expect((await next.unlock(PIN)).isLocked).toBe(false);
  next.lock();
  expect(next.state().isLocked).toBe(true);
});

test('a program that sets the first PIN leaves the console locked', async () => {
  const { lock } = openLock();
  expect((await lock.setPin(PIN, program)).isLocked).toBe(true);
});

test('it locks when nobody has been there for the time set, and not before', async () => {
  const { lock, pass } = openLock();
  await lock.setPin(PIN, person);
  lock.lockAfter(10);
  pass(9);
  lock.present();
  pass(9);
  expect(lock.now().isLocked).toBe(false);
  pass(1);
  expect(lock.now().isLocked).toBe(true);
  // Too late: being there does not open it.
  lock.present();
  expect(lock.now().isLocked).toBe(true);
});

test('it never locks by itself when told so', async () => {
  const { lock, pass } = openLock();
  await lock.setPin(PIN, person);
  lock.lockAfter(null);
  pass(100_000);
  expect(lock.now().isLocked).toBe(false);
});

test('a laptop that slept wakes up locked, though the steady clock stood still', async () => {
  const { lock, clock } = openLock();
  await lock.setPin(PIN, person);
  clock.advance(5 * 60_000);
  expect(lock.now().isLocked).toBe(true);
});

test('a clock set back wins no time, and opens nothing that is locked', async () => {
  const { lock, clock, steady } = openLock();
  await lock.setPin(PIN, person);
  clock.advance(-3600_000);
  steady.advance(5 * 60_000);
  expect(lock.now().isLocked).toBe(true);
  clock.advance(-3600_000);
  expect(lock.now().isLocked).toBe(true);
});

test('a person changes or removes the PIN with the one before, a program without', async () => {
  const { lock } = openLock();
  await lock.setPin(PIN, person);
  await expect(lock.setPin('1234', person)).rejects.toThrow(WrongPin);
  await expect(lock.removePin({ currentPin: '0000', trusted: false })).rejects.toThrow(WrongPin);
  await lock.setPin('1234', { currentPin: PIN, trusted: false });
  await expect(lock.unlock(PIN)).rejects.toThrow(WrongPin);
  await lock.unlock('1234');
  expect((await lock.removePin(program)).hasPin).toBe(false);
});

test('kiosk mode outlives a restart, ends with the PIN, and is told', async () => {
  const { lock, restart } = openLock();
  await lock.setPin(PIN, person);
  const told: boolean[] = [];
  lock.onKiosk((on) => told.push(on));
  expect(lock.startKiosk()).toMatchObject({ isKiosk: true, isLocked: true });
  expect(restart().now()).toEqual({ isLocked: true, isKiosk: true });
  await expect(lock.unlock('0000')).rejects.toThrow(WrongPin);
  expect(await lock.unlock(PIN)).toMatchObject({ isKiosk: false, isLocked: false });
  expect(told).toEqual([true, false]);
  expect(restart().now()).toEqual({ isLocked: true, isKiosk: false });
});

test('an AppSecret kept here removes a forgotten PIN; the sandbox’s and a guess do not', async () => {
  const { lock } = openLock();
  await lock.setPin(PIN, person);
  lock.startKiosk();
  expect(lock.state().takesAppSecret).toBe(true);
  await expect(lock.forget('sandbox-secret')).rejects.toMatchObject({ typed: 'app_secret', triesLeft: 4 });
  await expect(lock.forget(APP_SECRET.slice(0, -1))).rejects.toThrow(WrongPin);
  expect(await lock.forget(APP_SECRET)).toMatchObject({ hasPin: false, isLocked: false, isKiosk: false });
});

test('guessed secrets are slowed down, and do not use up the tries for the PIN', async () => {
  const { lock } = openLock();
  await lock.setPin(PIN, person);
  for (let guess = 0; guess < 5; guess += 1)
    await expect(lock.forget(`guess ${guess}`)).rejects.toThrow(WrongPin);
  await expect(lock.forget(APP_SECRET)).rejects.toThrow(TooSoon);
  expect(lock.state().triesLeft).toBe(5);
});

test('the disk has digests of a PIN, each another, and no answer has it', async () => {
  const { lock, folder, file } = openLock();
  await lock.setPin(PIN, person);
  const { pin } = file.data().lock;
  await lock.setPin(PIN, program);
  expect(file.data().lock.pin?.digest).not.toBe(pin?.digest);
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).not.toContain(PIN);
  expect(JSON.stringify(lock.state())).not.toContain(PIN);
});
