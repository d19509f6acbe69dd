/** How far each step is, from facts alone: what an operator who comes back on another day is told. */
import { describe, expect, it } from 'vitest';
import { firstOpenStep, type StepFacts, type StepState, stepStates } from '#renderer/setup/steps.ts';
import type { CheckName, Finding } from '#shared/model/doctor.ts';
import { aSummary } from '../../../support/a-scan.ts';
import { account, finding } from './account.ts';

const CHECKS: readonly CheckName[] = [
  'credentials',
  'whitelist',
  'public_url',
  'dns',
  'tls',
  'callback',
  'reachability',
  'verification_file',
];

function facts(change: Partial<StepFacts> = {}, findings: readonly Finding[] = []): StepFacts {
  return {
    account: account(),
    kind: 'service',
    findings: Object.fromEntries([
      ...CHECKS.map((check) => [check, finding(check, 'ok')]),
      ...findings.map((one) => [one.check, one]),
    ]),
    isRunning: () => false,
    files: 1,
    summary: aSummary({ scanned: 1, followed: 1, followRate: 1 }),
    ...change,
  };
}

const states = (change?: Partial<StepFacts>, findings?: readonly Finding[]) =>
  stepStates(facts(change, findings));

describe('stepStates', () => {
  it('is done everywhere once everything works', () => {
    expect(new Set(Object.values(states()))).toEqual(new Set<StepState>(['done']));
  });

  it('has everything to do before there is an account', () => {
    const all = states({ account: null, kind: null, findings: {}, files: 0, summary: undefined });
    expect(new Set(Object.values(all))).toEqual(new Set<StepState>(['todo']));
  });

  it('warns of a kind that WeChat gives no web authorization', () => {
    expect(states({ kind: 'other' }).kind).toBe('attention');
  });

  it('does not take credentials for proven that WeChat did not look at', () => {
    const refused = finding('whitelist', 'failed', { cause: 'ip_not_listed', facts: { ip: '203.0.113.7' } });
    for (const state of ['ok', 'skipped'] as const) {
      expect(states({}, [refused, finding('credentials', state)])).toMatchObject({
        credentials: 'attention',
        whitelist: 'problem',
      });
    }
  });

  it('keeps wrong credentials a problem whatever the whitelist says', () => {
    expect(states({}, [finding('credentials', 'failed', { errcode: 40125 })]).credentials).toBe('problem');
  });

  it.each(['missing', 'unreadable', 'corrupt'] as const)('asks for a secret that is %s', (secretState) => {
    expect(states({ account: account({ secretState }) }).credentials).toBe('problem');
  });

  it('says that a check is under way only while nothing is known', () => {
    const isRunning = () => true;
    expect(states({ findings: {}, isRunning }).reachability).toBe('checking');
    expect(states({ isRunning }).reachability).toBe('done');
  });

  it('tells the worst of several checks', () => {
    expect(states({}, [finding('dns', 'warning'), finding('tls', 'failed')]).address).toBe('problem');
    expect(states({}, [finding('dns', 'warning')]).address).toBe('attention');
  });

  it('has no public URL to complain about before there is one', () => {
    const notSet = finding('public_url', 'warning', { cause: 'not_set' });
    expect(states({}, [notSet])).toMatchObject({ address: 'todo', reachability: 'todo' });
  });

  it('needs no proof file for a test account, and one for a real one', () => {
    expect(states({ kind: 'test', files: 0 }).verification).toBe('skipped');
    expect(states({ files: 0, summary: undefined }).verification).toBe('todo');
  });

  it('needs no proof file for a domain that visitors came through', () => {
    expect(states({ files: 0 }).verification).toBe('skipped');
  });

  it('says that credentials nobody could look at are not done', () => {
    const skipped = finding('credentials', 'skipped', { cause: 'after_api_reachable' });
    expect(states({}, [skipped]).credentials).toBe('todo');
    expect(states({}, [skipped, finding('api_reachable', 'failed')]).credentials).toBe('problem');
    const service = finding('credentials', 'skipped', { cause: 'token_comes_from_service' });
    expect(states({}, [service]).credentials).toBe('done');
  });

  it('takes only a verdict for a green scan', () => {
    const summary = aSummary({ scanned: 2, unknown: 2 });
    expect(states({ summary }).scan).toBe('attention');
    expect(states({ summary: { ...summary, notFollowed: 1 } }).scan).toBe('done');
  });
});

describe('firstOpenStep', () => {
  it('goes on at the first step that is not behind', () => {
    expect(firstOpenStep(states({ kind: 'test', files: 0, summary: undefined }))).toBe('scan');
    expect(firstOpenStep(states({}, [finding('whitelist', 'failed')]))).toBe('whitelist');
  });

  it('shows the scan when all is done', () => {
    expect(firstOpenStep(states())).toBe('scan');
  });
});
