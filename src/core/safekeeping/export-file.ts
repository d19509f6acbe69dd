/**
 * The encrypted file that carries settings to another machine: JSON that describes itself, and one encrypted
 * block. The rule: why a file does not open is told apart without guessing: it is not ours, it is a later
 * FollowDesk's, it is damaged (the checksum, which needs no password), or the password is wrong.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { ImportRefused } from '../errors.ts';
import {
  EXPORT_COST,
  EXPORT_FORMAT,
  EXPORT_SIZES,
  EXPORT_VERSION,
  ExportDescription,
  ExportFile,
} from '../storage/export-schema.ts';

/** What scrypt needs is 128 · N · r bytes and a little. */
const MEMORY_LIMIT = 192 * 1024 * 1024;

const stretch = promisify<string, Buffer, number, object, Buffer>(scrypt);

function keyFrom(password: string, { kdf }: ExportDescription): Promise<Buffer> {
  const { N, r, p, salt } = kdf;
  // One password, however the keyboard composes its characters.
  const typed = password.normalize('NFKC');
  return stretch(typed, Buffer.from(salt, 'base64'), EXPORT_SIZES.key, { N, r, p, maxmem: MEMORY_LIMIT });
}

/** What is authenticated beside the content: the description, its fields in the schema's order. */
function described(file: ExportDescription): string {
  return JSON.stringify(ExportDescription.parse(file));
}

function checksum(description: string, tag: string, data: string): string {
  return createHash('sha256').update([description, tag, data].join('\n')).digest('hex');
}

/** The file's text. */
export async function encryptExport(
  content: unknown,
  password: string,
  made: { exportedAt: string; appVersion: string },
): Promise<string> {
  const description = ExportDescription.parse({
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    ...made,
    kdf: { name: 'scrypt', ...EXPORT_COST, salt: randomBytes(EXPORT_SIZES.salt).toString('base64') },
    cipher: 'aes-256-gcm',
    nonce: randomBytes(EXPORT_SIZES.nonce).toString('base64'),
  });
  const aad = described(description);
  const key = await keyFrom(password, description);
  const cipher = createCipheriv(description.cipher, key, Buffer.from(description.nonce, 'base64'));
  cipher.setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  const [tag, data] = [cipher.getAuthTag().toString('base64'), body.toString('base64')];
  return `${JSON.stringify({ ...description, tag, sha256: checksum(aad, tag, data), data }, null, 2)}\n`;
}

function readFile(text: string): ExportFile {
  let found: unknown;
  try {
    found = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // A file that broke off still says at its head what it was.
    throw new ImportRefused(text.slice(0, 200).includes(EXPORT_FORMAT) ? 'damaged' : 'not_an_export');
  }
  const { format, version } = (found ?? {}) as { format?: unknown; version?: unknown };
  if (format !== EXPORT_FORMAT) throw new ImportRefused('not_an_export');
  if (typeof version === 'number' && version > EXPORT_VERSION) throw new ImportRefused('newer_version');
  const file = ExportFile.safeParse(found).data;
  if (!file || file.sha256 !== checksum(described(file), file.tag, file.data))
    throw new ImportRefused('damaged');
  return file;
}

/** What was exported, and when by which version. @throws ImportRefused */
export async function decryptExport(
  text: string,
  password: string,
): Promise<{ content: unknown; exportedAt: string; appVersion: string }> {
  const file = readFile(text);
  const key = await keyFrom(password, file);
  const decipher = createDecipheriv(file.cipher, key, Buffer.from(file.nonce, 'base64'), {
    authTagLength: EXPORT_SIZES.tag,
  });
  decipher.setAAD(Buffer.from(described(file))).setAuthTag(Buffer.from(file.tag, 'base64'));
  try {
    const body = Buffer.concat([decipher.update(Buffer.from(file.data, 'base64')), decipher.final()]);
    return {
      content: JSON.parse(body.toString('utf8')),
      exportedAt: file.exportedAt,
      appVersion: file.appVersion,
    };
  } catch {
    throw new ImportRefused('wrong_password');
  }
}
