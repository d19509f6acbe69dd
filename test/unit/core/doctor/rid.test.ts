/** A rid looked up: what WeChat remembers of a call, without what was secret in it. */
import { expect, test } from 'vitest';
import { ridIn, ridReport } from '#core/doctor/rid-report.ts';
import { WeChatRefused } from '#core/errors.ts';
import { APP_SECRET } from '../users/real-wechat.ts';
import { openPatient } from './patient.ts';

async function refusedCall({ client, accounts }: Awaited<ReturnType<typeof openPatient>>): Promise<string> {
  const [answer] = await client.lookupMany(accounts.credentials('acc'), ['oNobodyAtAllOfThisAccount0000']);
  if (!(answer instanceof WeChatRefused) || answer.rid === null) throw new Error('no rid');
  return answer.rid;
}

test('a call of ours, by the whole message it came in', async () => {
  const patient = await openPatient();
  const rid = await refusedCall(patient);
  const report = await patient.doctor.lookUpRid('acc', `invalid openid rid: ${rid}`);
  expect(report).toMatchObject({ rid, errcode: 40003, clientIp: '203.0.113.7', ms: expect.any(Number) });
  expect(report.request).toMatch(/^\/cgi-bin\/user\/info\?/);
  expect(Date.parse(report.invokedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
});

test.each([
  ['00000000-00000000-00000000', 76001],
  ['not-a-rid', 76002],
])('%s is refused as WeChat refuses it', async (rid, errcode) => {
  const { doctor } = await openPatient();
  await expect(doctor.lookUpRid('acc', rid)).rejects.toMatchObject({ name: 'WeChatRefused', errcode });
});

test('a call below /sns/ is one that WeChat does not look up', async () => {
  const { doctor, client, accounts } = await openPatient();
  const error = await client
    .exchangeCode(accounts.credentials('acc'), 'wrong-code')
    .catch((thrown) => thrown);
  await expect(doctor.lookUpRid('acc', error.rid)).rejects.toMatchObject({ errcode: 76022 });
});

test('tokens, secrets and codes go, wherever they stand and however the text was cut', () => {
  const credentials = {
    accountId: 'acc',
    appId: 'wx1',
    appSecret: APP_SECRET,
    apiBaseUrl: '',
    tokenMode: 'stable' as const,
  };
  const call = {
    invokedAt: 1_700_000_000_000,
    ms: 3,
    url: 'https://api.weixin.qq.com/cgi-bin/x?access_token=planted1&openid=oAbCdEfGhIjKlMnOpQrStUvWxYz1&lang=zh_CN',
    body: `{"appid":"wx1","secret":"${APP_SECRET}","note":"${APP_SECRET}","code": "planted2"}`,
    reply: '{"access_token":"planted3","refresh_token":"planted4","errcode":0,"ticket":"plan',
    clientIp: null,
  };
  const report = ridReport('r', call, credentials);
  const text = JSON.stringify(report);
  expect(text).not.toMatch(/planted|plan"|oAbCdEfGhIjKlMnOpQrStUvWxYz1/);
  expect(report.request).toContain('/cgi-bin/x?access_token=');
  expect(report.request).toContain('lang=zh_CN');
  expect(report.body).toContain('wx1');
  expect(report.errcode).toBeNull();
  expect(ridReport('r', { ...call, reply: '{"errcode":40001,"errmsg":' }, credentials).errcode).toBe(40001);
});

test('a rid is found in what people paste', () => {
  const rid = '65a1b2c3-0d1e2f30-4a5b6c7d';
  expect(ridIn(`{"errcode":40001,"errmsg":"invalid credential rid: ${rid}"}`)).toBe(rid);
  expect(ridIn(`  ${rid} `)).toBe(rid);
  expect(ridIn(' abc ')).toBe('abc');
});
