/** The encrypted file: what shows of it, and why it does not open, each told apart. */
import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { decryptExport, encryptExport } from '#core/safekeeping/export-file.ts';

const PASSWORD = 'Ärger mit é, ten and more';
const content = { accounts: ['planted-secret'] };
const made = { exportedAt: '2026-11-23T10:00:00.000Z', appVersion: '1.2.3' };

let text: string;
beforeAll(async () => {
  text = await encryptExport(content, PASSWORD, made);
});

/** The file with one of its fields changed. */
function changed(change: (file: Record<string, unknown>) => void): string {
  const file = JSON.parse(text);
  change(file);
  return JSON.stringify(file);
}

function flip(base64: unknown): string {
  const bytes = Buffer.from(String(base64), 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64');
}

const refused = (kind: string) => expect.objectContaining({ name: 'ImportRefused', kind });

test('it describes itself and shows nothing of what is in it', () => {
  expect(text).not.toContain('planted');
  expect(JSON.parse(text)).toMatchObject({
    format: 'followdesk-settings',
    version: 1,
    ...made,
    kdf: { name: 'scrypt', N: 131_072, r: 8, p: 1 },
    cipher: 'aes-256-gcm',
  });
});

test('the password opens it, however its letters are composed, also after a mail program touched the lines', async () => {
  const touched = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  expect(await decryptExport(touched, PASSWORD.normalize('NFD'))).toEqual({ content, ...made });
});

test('another password is a wrong password', async () => {
  await expect(decryptExport(text, `${PASSWORD}.`)).rejects.toEqual(refused('wrong_password'));
});

test('two exports with one password share neither salt nor nonce', async () => {
  const [one, other] = [JSON.parse(text), JSON.parse(await encryptExport(content, PASSWORD, made))];
  expect(one.kdf.salt).not.toBe(other.kdf.salt);
  expect(one.nonce).not.toBe(other.nonce);
});

test.each([
  ['', 'not_an_export'],
  ['null', 'not_an_export'],
  ['[]', 'not_an_export'],
  ['{"version":1,"accounts":[]}', 'not_an_export'],
  ['PK\u0003\u0004', 'not_an_export'],
  ['{"format":"followdesk-settings","version":2}', 'newer_version'],
  ['{"format":"followdesk-settings","version":1}', 'damaged'],
  ['{"format":"followdesk-settings","version":"1"}', 'damaged'],
])('%j is %s', async (file, kind) => {
  await expect(decryptExport(file, PASSWORD)).rejects.toEqual(refused(kind));
});

test.each<[string, (file: Record<string, unknown>) => void]>([
  ['content', (file) => Object.assign(file, { data: flip(file.data) })],
  ['tag', (file) => Object.assign(file, { tag: flip(file.tag) })],
  ['nonce', (file) => Object.assign(file, { nonce: flip(file.nonce) })],
  ['date', (file) => Object.assign(file, { exportedAt: '2027-11-23T10:00:00.000Z' })],
  ['version', (file) => Object.assign(file, { appVersion: '1.2.4' })],
  ['checksum', (file) => Object.assign(file, { sha256: '00' })],
  ['short tag', (file) => Object.assign(file, { tag: 'AAAA' })],
])('a file whose %s was changed is damaged', async (_name, change) => {
  await expect(decryptExport(changed(change), PASSWORD)).rejects.toEqual(refused('damaged'));
});

test('a file that broke off is damaged', async () => {
  await expect(decryptExport(text.slice(0, -30), PASSWORD)).rejects.toEqual(refused('damaged'));
});

/** A file whose checksum is right, so that nothing but what it asks for is wrong with it. */
function consistent(file: Record<string, unknown>): string {
  const { tag, data, sha256: _wrong, ...description } = file;
  const sha256 = createHash('sha256')
    .update([JSON.stringify(description), tag, data].join('\n'))
    .digest('hex');
  return JSON.stringify({ ...description, tag, sha256, data });
}

test('the checksum of these tests is that of the file', async () => {
  const file = consistent({ ...JSON.parse(text), appVersion: '1.2.4' });
  await expect(decryptExport(file, PASSWORD)).rejects.toEqual(refused('wrong_password'));
});

test.each([{ N: 2 ** 30 }, { N: 2 }, { r: 2 ** 20 }, { p: 10_000 }, { name: 'argon2id' }])(
  'a file that asks for %j is refused before any work',
  async (cost) => {
    const file = JSON.parse(text);
    const hostile = consistent({ ...file, kdf: { ...file.kdf, ...cost } });
    await expect(decryptExport(hostile, PASSWORD)).rejects.toEqual(refused('damaged'));
  },
);
