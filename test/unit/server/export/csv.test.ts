/** What a spreadsheet makes of a CSV file: nothing runs, and identifiers stay as they are. */
import { expect, test } from 'vitest';
import { scansFile } from '#server/export/export.ts';
import type { Scan } from '#shared/model/scan.ts';
import { aScan } from '../../../support/a-scan.ts';
import { anApp, bytesOf } from './an-app.ts';

const everything = { format: 'csv', mask: false, filter: {} } as const;

async function linesOf(facts: Partial<Scan>): Promise<string[]> {
  const bytes = await bytesOf(scansFile(anApp([aScan(facts)]), everything));
  return bytes.subarray(3).toString('utf8').split('\r\n');
}

test('a byte order mark, a heading, one line per scan', async () => {
  const scans = [aScan({ param: '门,"1"' }), aScan({ id: '2' })];
  const bytes = await bytesOf(scansFile(anApp(scans), everything));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.subarray(3).toString('utf8').split('\r\n');
  expect(lines[0]).toBe(
    'id,scannedAt,decidedAt,entryId,accountId,openid,unionid,verdict,reason,errcode,ip,param,subscribeTime,' +
      'subscribeScene,visits,entryName,accountName,firstScannedAt,annulledAt,annulledReason',
  );
  expect(lines[1]).toContain(',"门,""1""",');
  expect(lines).toHaveLength(4);
  expect(lines[3]).toBe('');
});

test('names, the first visit and the annulment stand at the end', async () => {
  const annulled = { at: '2026-11-23T11:00:00.000Z', reason: '+试扫' };
  const [, line] = await linesOf({ firstScannedAt: '2026-11-01T00:00:00.000Z', annulled });
  expect(line).toMatch(/,1,'=大门,测试号,2026-11-01T00:00:00\.000Z,2026-11-23T11:00:00\.000Z,'\+试扫$/);
});

test('an entry that is gone has no name', async () => {
  const [, line] = await linesOf({ entryId: 'gone', accountId: 'gone' });
  expect(line).toMatch(/,1,,,,,$/);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=1', '@A'])('defuses %j', async (text) => {
  const [, line = ''] = await linesOf({ param: text, openid: text });
  expect(line.match(/(^|,)"?[=+@=@\t\r-]/)).toBeNull();
  expect(line.split(`'${text}`)).toHaveLength(3);
});

test.each(['a\r=1', 'a\n=1', '\r=1', '\n=1', 'a\r\n=1'])(
  'a line ending in %j begins no row',
  async (param) => {
    const bytes = await bytesOf(scansFile(anApp([aScan({ param })]), everything));
    const apostrophe = param.startsWith('\r') ? "'" : '';
    expect(String(bytes)).toContain(`,"${apostrophe}${param}",`);
  },
);

test.each(['0012345', '12345678901234567890', '1E5', '.5', '2026-11-23', 'TRUE', 'Jan-1', 'september 2026'])(
  'an openid that reads as %j stays text',
  async (openid) => {
    const [, line] = await linesOf({ openid, unionid: openid });
    expect(line).toContain(`,'${openid},'${openid},`);
  },
);

test.each(['o6_bmjrPTlm6_2sgVt7hMZOPfL2M', 'oct_mjrPTlm6_2sgVt7hMZOPf123', 'trueFollower', 'o-1'])(
  'the openid %j needs no apostrophe',
  async (openid) => {
    const [, line] = await linesOf({ openid });
    expect(line).toContain(`,${openid},`);
  },
);

test('numbers stay numbers, also below zero', async () => {
  const [, line] = await linesOf({ verdict: 'unknown', reason: 'platform_busy', errcode: -1 });
  expect(line).toContain(',platform_busy,-1,');
});
