/** Which call a fault strikes, and how often. */
import { expect, test, vi } from 'vitest';
import { faultNames, isFaultName } from '#simulator/fault-kinds.ts';
import { createFaultBoard } from '#simulator/faults.ts';
import { createDice } from '#simulator/identifiers.ts';

const info = '/cgi-bin/user/info';
const exchange = '/sns/oauth2/access_token';
const token = '/cgi-bin/token';

function board() {
  const dropTokens = vi.fn();
  return { ...createFaultBoard({ dice: createDice('dice'), dropTokens }), dropTokens };
}

test('nothing on, nothing strikes', () => {
  const { faults, strike } = board();
  expect(strike(info)).toBeUndefined();
  faults.on('busy');
  expect(strike(info)?.instead?.refusal?.errcode).toBe(-1);
  faults.off('busy');
  expect(strike(info)).toBeUndefined();
});

test('each fault keeps to its own paths', () => {
  const { faults, strike } = board();
  const strikesOn = (path: string) => strike(path)?.instead?.refusal?.errcode;
  faults.on('ipNotAllowed');
  expect([token, '/cgi-bin/stable_token', info, exchange].map(strikesOn)).toEqual([
    40164,
    40164,
    undefined,
    undefined,
  ]);
  faults.off();
  faults.on('quota');
  expect([token, info, exchange].map(strikesOn)).toEqual([undefined, 45009, undefined]);
  faults.on('quota', { paths: ['/sns/*'] });
  expect([token, info, exchange].map(strikesOn)).toEqual([undefined, undefined, 45009]);
});

test('a counted fault is gone after its last strike', () => {
  const { faults, strike } = board();
  faults.on('garbage', { times: 2 });
  expect(strike(info)?.instead?.name).toBe('garbage');
  expect(faults.list()).toEqual([{ name: 'garbage', times: 1 }]);
  expect(strike(info)?.instead?.name).toBe('garbage');
  expect(strike(info)).toBeUndefined();
  faults.on('garbage', { times: 0 });
  expect(faults.list()).toEqual([]);
});

test('one call fails in one way; delays and spoilt answers add up', () => {
  const { faults, strike } = board();
  faults.on('reset', { times: 1 });
  faults.on('httpStatus', { times: 1, value: 503 });
  faults.on('slow', { value: 200 });
  faults.on('missingSubscribe');
  expect(strike(info)).toMatchObject({ delay: 200, instead: { name: 'reset' }, missingSubscribe: true });
  expect(strike(info)?.instead).toEqual({ name: 'httpStatus', status: 503 });
  expect(strike(info)?.instead).toBeUndefined();
});

test('any path can be answered with any code', () => {
  const { faults, strike } = board();
  faults.answer({ path: info, errcode: 48001, times: 1 });
  faults.answer({ path: info, errcode: 50002, errmsg: 'user limited, really' });
  expect(strike(exchange)?.instead).toBeUndefined();
  expect(strike(info)?.instead?.refusal).toEqual({ errcode: 48001, errmsg: 'api unauthorized' });
  expect(strike(info)?.instead?.refusal).toEqual({ errcode: 50002, errmsg: 'user limited, really' });
  faults.off('answer');
  expect(strike(info)).toBeUndefined();
});

test('a storm without a count replaces the tokens once; with one it goes on', () => {
  const { faults, strike, dropTokens } = board();
  faults.on('tokenStorm');
  expect(strike(token)?.instead).toBeUndefined();
  expect(dropTokens).not.toHaveBeenCalled();
  expect(strike(info)?.instead?.refusal?.errcode).toBe(40001);
  expect(dropTokens).toHaveBeenCalledOnce();
  expect(strike(info)).toBeUndefined();
  faults.on('tokenStorm', { times: 2 });
  expect([strike(info), strike(info), strike(info)].map((each) => each?.instead?.refusal?.errcode)).toEqual([
    40001,
    40001,
    undefined,
  ]);
  expect(dropTokens).toHaveBeenCalledOnce();
});

test('a probability strikes its share, the same share each run', () => {
  const run = () => {
    const { faults, strike } = board();
    faults.on('busy', { probability: 0.3 });
    return Array.from({ length: 1000 }, () => strike(info)?.instead !== undefined);
  };
  const struck = run();
  expect(struck).toEqual(run());
  const share = struck.filter(Boolean).length;
  expect(share).toBeGreaterThan(250);
  expect(share).toBeLessThan(350);
});

test('every fault can be switched on by its name, and nothing else', () => {
  const { faults } = board();
  for (const name of faultNames) faults.on(name);
  expect(faults.list().map((fault) => fault.name)).toEqual(faultNames);
  expect(isFaultName('toString')).toBe(false);
});
