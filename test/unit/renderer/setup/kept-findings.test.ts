/** Kept answers of the doctor: good until what they are about has changed, and not a moment longer. */
import { describe, expect, it } from 'vitest';
import { askedAt, currentFindings, keepReport } from '#renderer/setup/kept-findings.ts';
import { account, finding } from './account.ts';

const AT = '2026-03-01T08:00:00.000Z';

function kept() {
  return keepReport(undefined, account(), {
    accountId: account().id,
    at: AT,
    healthy: true,
    findings: [finding('credentials', 'ok'), finding('dns', 'ok')],
  });
}

describe('currentFindings', () => {
  it('holds for the account as it was asked about', () => {
    expect(Object.keys(currentFindings(kept(), account({ name: 'another name' })))).toEqual([
      'credentials',
      'dns',
    ]);
  });

  it.each([
    { appId: 'wx00112233445566bb' },
    { secretHint: '0000' },
    { secretState: 'unreadable' as const },
    { apiBaseUrl: 'https://relay.example.com' },
  ])('forgets what was said of the credentials after %j', (change) => {
    expect(Object.keys(currentFindings(kept(), account(change)))).toEqual(['dns']);
  });

  it('forgets what was said of the address after a new one', () => {
    expect(Object.keys(currentFindings(kept(), account({ publicUrl: 'https://new.example.com' })))).toEqual([
      'credentials',
    ]);
  });

  it('knows nothing without an account', () => {
    expect(currentFindings(kept(), null)).toEqual({});
  });
});

describe('keepReport', () => {
  const LATER = '2026-03-01T08:00:05.000Z';
  const failed = {
    accountId: account().id,
    at: LATER,
    healthy: false,
    findings: [finding('dns', 'failed')],
  };

  it('adds to what is kept and replaces what was asked again', () => {
    const after = keepReport(kept(), account(), failed);
    expect(currentFindings(after, account()).dns?.state).toBe('failed');
    expect(askedAt(after, account(), 'dns')).toBe(LATER);
    expect(askedAt(after, account(), 'credentials')).toBe(AT);
  });

  it('keeps what was said of a new address when the answer about the old one comes last', () => {
    const moved = account({ publicUrl: 'https://new.example.com' });
    const after = keepReport(keepReport(kept(), moved, failed), account(), {
      ...failed,
      findings: [finding('dns', 'ok')],
    });
    expect(currentFindings(after, moved).dns?.state).toBe('failed');
    expect(currentFindings(after, account()).dns?.state).toBe('ok');
    expect(askedAt(after, moved, 'tls')).toBeNull();
  });
});
