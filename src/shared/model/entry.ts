/** An entry 入口: a point people scan. */
import { z } from 'zod';

/**
 * `snsapi_base` is silent and gives the openid, which is all a verdict needs; `snsapi_userinfo` asks for
 * consent and can meet snapshot pages.
 * @see https://developers.weixin.qq.com/doc/service/guide/h5/auth
 */
export const Scope = z.enum(['snsapi_base', 'snsapi_userinfo']);
export type Scope = z.infer<typeof Scope>;

/** Carried through to the scan, as in the origin's `param`. */
const Param = z.string().max(512);

const EntryName = z.string().trim().min(1).max(60);

export const Entry = z.object({
  id: z.string(),
  accountId: z.string(),
  name: z.string(),
  scope: Scope,
  param: z.string(),
});
export type Entry = z.infer<typeof Entry>;

export const EntryInput = z.object({
  accountId: z.string(),
  name: EntryName,
  scope: Scope.default('snsapi_base'),
  param: Param.default(''),
});
export type EntryInput = z.infer<typeof EntryInput>;

/** More than one call makes, or one sheet of labels holds, would be a mistake rather than an event. */
export const MOST_ENTRIES_AT_ONCE = 200;

/** One of many entries that are made at once. */
export const EntryItem = z.object({ name: EntryName, param: Param.default('') });
export type EntryItem = z.infer<typeof EntryItem>;

/** Names that differ: two gates of one name could not be told apart on their posters. */
export const EntriesInput = z.object({
  accountId: z.string(),
  scope: Scope.default('snsapi_base'),
  items: z
    .array(EntryItem)
    .min(1)
    .max(MOST_ENTRIES_AT_ONCE)
    .superRefine((items, context) => {
      const rows = new Map<string, number>();
      for (const [row, { name }] of items.entries()) {
        const first = rows.get(name);
        if (first === undefined) rows.set(name, row);
        else
          context.addIssue({
            code: 'custom',
            path: [row, 'name'],
            message: `The same name as item ${first}`,
          });
      }
    }),
});
export type EntriesInput = z.infer<typeof EntriesInput>;

export const EntryPatch = z.object({
  name: EntryName.optional(),
  scope: Scope.optional(),
  param: Param.optional(),
});
export type EntryPatch = z.infer<typeof EntryPatch>;

export const Code = z.object({
  /** WeChat's authorize page, carrying a signed state: valid for many phones until `expiresAt`. */
  authorizeUrl: z.string(),
  /** `/go/{entryId}`: short, never expires, gives each phone an authorize URL of its own. */
  entryUrl: z.string(),
  state: z.string(),
  /** When the desk draws the next code; the old one is accepted for as long again. */
  expiresAt: z.iso.datetime(),
});
export type Code = z.infer<typeof Code>;
