/** `followdesk` against a whole FollowDesk: what it prints, for people and for programs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Door, openDoor } from '../../support/door.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openConsole } from '../server/open-console.ts';
import { objectsIn, runFollowdesk } from './run-followdesk.ts';

let door: Door;
let url: string;

beforeEach(async () => {
  door = await openDoor();
  ({ url } = await openConsole(door.app));
});

function people(): string[] {
  return door.wechat.people.list().map(({ openid }) => openid);
}

describe('lookup', () => {
  test('a mixed list, from words and from standard input, in the order given', async () => {
    const [first = '', second = '', third = ''] = people();
    const input = `\ufeff${second};${third}\r\n"not-an-openid"，${second}`;
    const { code, stdout, stderr } = await runFollowdesk(url, ['lookup', first, '-', '--json'], { input });
    const rows = objectsIn(stdout);
    expect(rows.map(({ openid }) => openid)).toEqual([first, second, third, 'not-an-openid']);
    expect(rows.map(({ verdict }) => verdict)).toContain('followed');
    expect(rows.at(-1)).toMatchObject({ verdict: 'unknown', reason: 'openid_rejected' });
    expect(stderr).toMatch(/^4 asked: \d followed/);
    expect(code).toBe(0);
  });

  test('as a table, in the terminal’s language', async () => {
    const env = { LANG: 'zh_CN.UTF-8' };
    const { stdout, stderr } = await runFollowdesk(
      url,
      ['lookup', ...people(), '--account', 'wx00112233445566'],
      { env },
    );
    expect(stdout).toMatch(/^openid +结果 +原因/);
    expect(stdout).toContain('已关注');
    expect(stderr).toContain(`共 ${people().length} 个`);
  });

  test('why somebody is unknown is explained once, to people only', async () => {
    const table = await runFollowdesk(url, ['lookup', 'oA', 'oB']);
    expect(table.stdout.match(/openid_rejected/g)).toHaveLength(2);
    expect(table.stderr.match(/openid_rejected: WeChat does not know this openid/g)).toHaveLength(1);
    const json = await runFollowdesk(url, ['lookup', 'oA', '--json']);
    expect(json.stderr).toBe('1 asked: 0 followed, 0 not followed, 1 unknown\n');
  });

  test('nothing to ask, and an account that is not there', async () => {
    expect(await runFollowdesk(url, ['lookup', '-'])).toMatchObject({ code: 2, stdout: '' });
    const unknown = await runFollowdesk(url, ['lookup', 'oA', '--account', 'nope']);
    expect(unknown).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('"nope"') });
  });
});

describe('scans', () => {
  test('the newest first, filtered, whatever a page holds', async () => {
    await door.scan('follower', '第一\u001b[31m');
    await door.scan('stranger');
    const all = objectsIn((await runFollowdesk(url, ['scans', '--json'])).stdout);
    expect(all.map(({ verdict }) => verdict)).toEqual(['not_followed', 'followed']);
    const table = await runFollowdesk(url, ['scans', '--entry', 'Door', '--verdict', 'followed']);
    expect(table.stdout).toMatch(/^scanned at +entry +openid/);
    expect(table.stdout).toContain('第一\\u001b[31m');
    expect(table.stdout.trimEnd().split('\n')).toHaveLength(2);
    const one = await runFollowdesk(url, ['scans', '--limit', '1']);
    expect(one.stderr).toContain('Only the newest 1');
    const none = await runFollowdesk(url, ['scans', '--to', '2020-01-01']);
    expect(none).toMatchObject({ code: 0, stdout: '', stderr: 'No scan matches.\n' });
  });
});

describe('export', () => {
  test('scans into a file, whole or not at all', async () => {
    await door.scan('follower');
    const cwd = temporaryFolder();
    const wrote = await runFollowdesk(url, ['export', 'scans', '--out', 'a.csv', '--mask'], { cwd });
    expect(wrote).toMatchObject({ code: 0, stdout: '', stderr: '1 row written to a.csv\n' });
    const [openid = ''] = people();
    const text = readFileSync(join(cwd, 'a.csv'), 'utf8');
    expect(text).toContain(`${openid.slice(0, 4)}…${openid.slice(-4)}`);
    expect(text).not.toContain(openid);
    const named = await runFollowdesk(url, ['export', 'scans', '--format', 'jsonl'], { cwd });
    expect(named.stderr).toMatch(/^1 row written to followdesk-scans-\d{4}-\d\d-\d\d\.jsonl\n$/);
    const again = await runFollowdesk(url, ['export', 'scans', '--format', 'jsonl'], { cwd });
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('exists already') });
  });

  test('a look-up to standard output', async () => {
    await runFollowdesk(url, ['lookup', ...people()]);
    const [kept] = door.app.lookups.list();
    const args = ['export', 'lookup', '--id', kept?.id ?? '', '--format', 'jsonl', '--out', '-'];
    const { stdout, code } = await runFollowdesk(url, args);
    expect(code).toBe(0);
    expect(objectsIn(stdout).map(({ openid }) => openid)).toEqual(people());
  });

  test.each([
    [['export'], 'Say what to export'],
    [['export', 'scans'], '--format'],
    [['export', 'lookup', '--format', 'csv'], '--id'],
    [['export', 'scans', '--out', 'no/such/folder/a.csv'], 'cannot be written (ENOENT)'],
  ])('%j', async (args, said) => {
    const { code, stderr } = await runFollowdesk(url, args);
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(said);
  });
});

test('doctor: the exit code says whether an account is unwell', async () => {
  const { code, stdout, stderr } = await runFollowdesk(url, ['doctor']);
  const reports = objectsIn((await runFollowdesk(url, ['doctor', '--json'])).stdout);
  expect(reports).toMatchObject([{ accountId: door.entry.accountId, findings: expect.any(Array) }]);
  expect(code).toBe(reports[0]?.healthy ? 0 : 1);
  expect(stdout).toMatch(/credentials +ok/);
  expect(stderr === '' || stderr.includes('/#/doctor')).toBe(true);
});

test('accounts, without a secret', async () => {
  const { stdout } = await runFollowdesk(url, ['accounts']);
  expect(stdout).toContain('wx00112233445566');
  expect(objectsIn((await runFollowdesk(url, ['accounts', '--json'])).stdout)).toHaveLength(1);
});
