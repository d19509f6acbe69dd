/**
 * What the encrypted settings file may be, outside and inside. Secrets are in its content in plain, because the
 * file around it is encrypted. What belongs to one machine or one moment is not in it: the sandbox, tokens, scans,
 * the keys given to other systems, the callback listener's address, and what was decided about a keychain.
 */
import { z } from 'zod';
import { AccountInput } from '#shared/model/account.ts';
import { EntryInput } from '#shared/model/entry.ts';
import { SettingsPatch } from '#shared/model/host.ts';
import { NetworkPatch } from '#shared/model/network.ts';
import { ID_LENGTH } from '../ids.ts';

export const EXPORT_FORMAT = 'followdesk-settings';
/** The layout of the file; a higher number is a later FollowDesk's. */
export const EXPORT_VERSION = 1;
/** scrypt: 128 MB and some half a second for each guess. */
export const EXPORT_COST = { N: 2 ** 17, r: 8, p: 1 } as const;
/** Bytes. */
export const EXPORT_SIZES = { salt: 16, nonce: 12, tag: 16, key: 32 } as const;

function base64Of(size: number) {
  return z.base64().refine((text) => Buffer.from(text, 'base64').length === size);
}

/** The cost is no choice of the file's: one that asks for another could make this machine work for hours. */
export const ExportDescription = z.object({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  exportedAt: z.iso.datetime(),
  appVersion: z.string().max(100),
  kdf: z.object({
    name: z.literal('scrypt'),
    N: z.literal(EXPORT_COST.N),
    r: z.literal(EXPORT_COST.r),
    p: z.literal(EXPORT_COST.p),
    salt: base64Of(EXPORT_SIZES.salt),
  }),
  cipher: z.literal('aes-256-gcm'),
  nonce: base64Of(EXPORT_SIZES.nonce),
});
export type ExportDescription = z.infer<typeof ExportDescription>;

export const ExportFile = ExportDescription.extend({
  tag: base64Of(EXPORT_SIZES.tag),
  /** Of everything else in the file. */
  sha256: z.string(),
  data: z.base64(),
});
export type ExportFile = z.infer<typeof ExportFile>;

const Id = z.string().regex(new RegExp(`^[a-z0-9]{${ID_LENGTH}}$`));

const ExportedAccount = AccountInput.extend({
  id: Id,
  name: AccountInput.shape.name.unwrap(),
  /** Null: it could not be opened where the file was made. */
  appSecret: AccountInput.shape.appSecret.nullable(),
  entries: z.array(EntryInput.omit({ accountId: true }).extend({ id: Id })).max(10_000),
});
export type ExportedAccount = z.infer<typeof ExportedAccount>;

export const ExportContent = z.object({
  accounts: z.array(ExportedAccount).max(1000),
  settings: SettingsPatch.pick({ language: true, theme: true, publicUrl: true }),
  network: NetworkPatch,
});
export type ExportContent = z.infer<typeof ExportContent>;
