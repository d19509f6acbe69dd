/** The report that is sent to whoever mends it. */
import { expect, test } from 'vitest';
import { reportAsText } from '#renderer/doctor/report-as-text.ts';
import type { DoctorReport } from '#shared/model/doctor.ts';
import { LANGUAGES, textOf } from '../words.ts';

const REPORT: DoctorReport = {
  accountId: 'acc',
  at: '2026-11-23T10:00:00.000Z',
  healthy: false,
  findings: [
    {
      check: 'credentials',
      state: 'ok',
      actor: 'none',
      errcode: null,
      cause: null,
      facts: { appId: 'wx0123456789abcdef' },
    },
    {
      check: 'whitelist',
      state: 'failed',
      actor: 'admin',
      errcode: 40164,
      cause: 'ip_not_listed',
      facts: { ip: '203.0.113.7', rid: '65a1b2c3-0d1e2f30-4a5b6c7d', seenAt: '2026-11-22T10:00:00.000Z' },
    },
    { check: 'token', state: 'skipped', actor: 'none', errcode: null, cause: 'after_whitelist', facts: {} },
  ],
};

test('one part per check, with all its facts, and times that mean the same everywhere', () => {
  expect(reportAsText(textOf('en'), REPORT, 'Morning Light Books')).toBe(`FollowDesk check report
Account: Morning Light Books
Checked at: 2026-11-23T10:00:00.000Z

[OK] Credentials (credentials): WeChat accepts this AppID and AppSecret today.
  AppID: wx0123456789abcdef

[Problem] IP whitelist (whitelist): WeChat does not allow this machine's IP.
  This machine's public IP is not on the whitelist — Have the administrator open the WeChat developer platform (My business > Official account > IP whitelist), add 203.0.113.7 and confirm with their own phone. It takes a few minutes.
  cause: ip_not_listed
  Who acts: the account's administrator
  This machine's public IP: 203.0.113.7
  rid: 65a1b2c3-0d1e2f30-4a5b6c7d
  Previous IP last seen: 2026-11-22T10:00:00.000Z

[Not checked] access_token (token): The access_token was not checked.
  First mend “IP whitelist”.
  cause: after_whitelist
`);
});

test.each(LANGUAGES)('nothing of the report is lost in %s', (language) => {
  const text = reportAsText(textOf(language), REPORT, '晨光书店');
  for (const { facts, cause } of REPORT.findings) {
    for (const value of Object.values(facts)) expect(text).toContain(value);
    if (cause) expect(text).toContain(cause);
  }
  expect(text).toContain('晨光书店');
});
