import { describe, expect, it } from 'vitest';
import { decideHost, type HostFacts, neverCameUp } from '#main/launch/decide-host.ts';

const ready: HostFacts = {
  platform: 'linux',
  display: true,
  root: false,
  sandboxWaived: false,
  runtime: 'present',
  trial: 'starts',
};

describe('which host the console opens in', () => {
  it.each<[string, Partial<HostFacts>]>([
    ['an ordinary Linux desktop', {}],
    ['macOS, which has no $DISPLAY', { platform: 'darwin', display: false }],
    ['Windows, which has no $DISPLAY', { platform: 'win32', display: false }],
    ['root on macOS', { platform: 'darwin', root: true }],
    ['root who has waived the sandbox', { root: true, sandboxWaived: true }],
  ])('the desktop: %s', (_name, facts) => {
    expect(decideHost({ ...ready, ...facts })).toEqual({ step: 'desktop' });
  });

  it.each<[string, Partial<HostFacts>, string]>([
    ['no display', { display: false }, 'no_display'],
    ['no display on a BSD', { platform: 'freebsd', display: false }, 'no_display'],
    ['root', { root: true }, 'root'],
    ['no electron package', { runtime: 'not_installed', trial: 'untried' }, 'not_installed'],
    ['a runtime that could not be had', { runtime: 'not_downloaded', trial: 'untried' }, 'not_downloaded'],
    ['a missing library', { trial: 'missing_library' }, 'missing_library'],
    ['a runtime that does not start', { trial: 'fails' }, 'fails'],
  ])('the browser: %s', (_name, facts, why) => {
    expect(decideHost({ ...ready, ...facts })).toEqual({ step: 'browser', why });
  });

  it('downloads a runtime only where it could open a window', () => {
    const absent: HostFacts = { ...ready, runtime: 'absent', trial: 'untried' };
    expect(decideHost(absent)).toEqual({ step: 'download' });
    expect(decideHost({ ...absent, display: false })).toEqual({ step: 'browser', why: 'no_display' });
    expect(decideHost({ ...absent, root: true })).toEqual({ step: 'browser', why: 'root' });
  });

  it('tries the runtime before it trusts it', () => {
    expect(decideHost({ ...ready, trial: 'untried' })).toEqual({ step: 'try' });
  });
});

describe('a desktop that ended', () => {
  const exit = { code: 0, signal: null, aliveMs: 800, stopped: false };

  it.each([
    ['the user closed it', exit, false],
    ['it crashed as it started', { ...exit, code: null, signal: 'SIGTRAP' }, true],
    ['Chromium refused to start', { ...exit, code: 1 }, true],
    ['it told the user why itself', { ...exit, code: 70 }, false],
    ['it was stopped', { ...exit, code: null, signal: 'SIGTERM', stopped: true }, false],
    ['it crashed after an hour', { ...exit, code: null, signal: 'SIGSEGV', aliveMs: 3_600_000 }, false],
  ] as const)('%s', (_name, facts, expected) => {
    expect(neverCameUp(facts, 70)).toBe(expected);
  });
});
