/**
 * Every code of WeChat's, made to happen by the simulator where it belongs, leads the operator to a message and
 * a remedy of its own, in both languages; the visitor reads neither code nor jargon.
 */
import { expect, test } from 'vitest';
import { describeErrcode } from '#renderer/text/describe-error.ts';
import type { Language } from '#shared/model/host.ts';
import type { AppSettings } from '#simulator/apps.ts';
import { type Door, openDoor, visitAs } from '../../support/door.ts';
import { isWorded, LANGUAGES, textOf } from '../../unit/renderer/words.ts';
import { openConsole } from '../server/open-console.ts';
import {
  API_ROWS,
  askerSees,
  deskSees,
  explained,
  otherTitles,
  PAGE_CODES,
  phoneSees,
  refuseWith,
  type Seen,
  type Way,
} from './error-table.ts';

// For the visitor these mean nothing, in either language.
const JARGON =
  /errcode|errmsg|appsecret|appid|access.?token|openid|whitelist|白名单|\bIP\b|\brid\b|oauth|scope|api\b|接口|invalid|凭据|密钥/i;

function expectOwnWords(code: number, language: Language, { title, remedy, facts }: Seen): void {
  expect(isWorded(title), `${language} title: ${title}`).toBe(true);
  expect(isWorded(remedy), `${language} remedy: ${remedy}`).toBe(true);
  expect(title).toBe(describeErrcode(textOf(language), code).meaning);
  expect(otherTitles(language, code)).not.toContain(title);
  expect(facts).toContain(String(code));
}

function rowsOf(...ways: Way[]) {
  return API_ROWS.filter(([, way]) => ways.includes(way));
}

test.each(rowsOf('token'))('%i when a token is fetched', async (code) => {
  const door = await openDoor();
  refuseWith(door, code, 'token');
  const seen = await askerSees(door, (client, id) => client.accounts.refreshToken({ id }));
  for (const language of LANGUAGES) expectOwnWords(code, language, seen(language));
});

test.each(rowsOf('rid'))('%i when a rid is looked up', async (code) => {
  const door = await openDoor();
  refuseWith(door, code, 'rid');
  const rid = '658cff8e-7783352d-44cb33e5';
  const seen = await askerSees(door, (client, id) => client.accounts.lookUpRid({ id, rid }));
  for (const language of LANGUAGES) expectOwnWords(code, language, seen(language));
});

test.each(rowsOf('exchange', 'lookup'))('%i when somebody scans, at the %s', async (code, way) => {
  const door = await openDoor();
  if (way === 'exchange' || way === 'lookup') refuseWith(door, code, way);
  const { key } = await visitAs(door.callbackUrl, door.entry.id, 'follower');
  const seen = await deskSees(door);
  for (const language of LANGUAGES) {
    expectOwnWords(code, language, seen(language));
    const { words, staff } = await phoneSees(door, key, language);
    expect(words).not.toMatch(JARGON);
    expect(words).not.toContain(String(code));
    expect(staff).toContain(`errcode ${code}`);
  }
});

test.each(rowsOf('number'))('%i, which no call of ours meets, is explained by its number', async (code) => {
  const seen = await explained(await openDoor(), code);
  for (const language of LANGUAGES) expectOwnWords(code, language, seen(language));
});

async function authorizePage(door: Door, as: string): Promise<string> {
  const go = await fetch(`${door.callbackUrl}/go/${door.entry.id}`, { redirect: 'manual' });
  const [url] = (go.headers.get('location') ?? '').split('#');
  return (await fetch(`${url}&as=${as}`, { redirect: 'manual' })).text();
}

test.each(PAGE_CODES)(
  'page error %i: the phone shows the number, and the number is explained',
  async (code) => {
    const door = await openDoor();
    const { rest } = await openConsole(door.app);
    door.wechat.faults.answer({ path: '/connect/oauth2/authorize', errcode: code });
    const page = await authorizePage(door, 'follower');
    expect(page).toContain(`错误码：${code}`);
    expect(page).not.toContain('链接参数有误');
    const { status, json } = await rest('GET', `/errors/${code}`);
    expect(status).toBe(200);
    for (const language of LANGUAGES) {
      const { meaning, remedy } = describeErrcode(textOf(language), code);
      const column = language === 'en' ? 'en' : 'zh';
      expect({ meaning, remedy }).toEqual({ meaning: json.meaning[column], remedy: json.remedy[column] });
      expect(isWorded(meaning) && isWorded(remedy)).toBe(true);
      expect(otherTitles(language, code)).not.toContain(meaning);
    }
    // WeChat never sends such a visitor back, so there is nothing to record.
    expect(door.app.scans.list({ limit: 1 }).items).toEqual([]);
  },
);

test.each<[number, string, AppSettings]>([
  [10003, 'follower', { redirectDomains: ['desk.example'] }],
  [10005, 'follower', { kind: 'subscription' }],
  [10005, 'follower', { verified: false }],
  [10006, 'stranger', { kind: 'test' }],
  [10039, 'follower', { redirectScheme: 'https' }],
])('%i is what the phone of a %s shows when the account is %j', async (code, as, settings) => {
  const door = await openDoor();
  door.wechat.configure(settings);
  expect(await authorizePage(door, as)).toContain(`错误码：${code}`);
});

test.each<[number, AppSettings]>([
  [40125, { secretState: 'wrong' }],
  [40243, { secretState: 'frozen' }],
  [40164, { ipWhitelist: ['203.0.113.7'], clientIp: '198.51.100.23' }],
])('%i is what the operator reads when the account is %j', async (code, settings) => {
  const door = await openDoor();
  door.wechat.configure(settings);
  const seen = await askerSees(door, (client, id) => client.accounts.refreshToken({ id }));
  for (const language of LANGUAGES) {
    expectOwnWords(code, language, seen(language));
    if (code === 40164) expect(seen(language).remedy).toContain('198.51.100.23');
  }
});

test.each([1, 2, 3, 4, 5] as const)(
  'the address to whitelist is read out of form %i',
  async (ipRefusalFormat) => {
    const door = await openDoor();
    door.wechat.configure({ ipWhitelist: [], clientIp: '198.51.100.23', ipRefusalFormat });
    const seen = await askerSees(door, (client, id) => client.accounts.refreshToken({ id }));
    for (const language of LANGUAGES) expect(seen(language).facts).toContain('198.51.100.23');
    await door.scan('follower');
    expect(door.app.scans.list({ limit: 1 }).items).toMatchObject([{ errcode: 40164, ip: '198.51.100.23' }]);
  },
);
