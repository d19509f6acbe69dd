/** Tags 标签 of an account, and putting them on people. */
import { z } from 'zod';
import { Openid } from './user.ts';

/**
 * Ids 0, 1 and 2 are WeChat's own (blacklist, star, …): they cannot be changed.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/tagmanage/api_createtag
 */
export const Tag = z.object({ id: z.number().int(), name: z.string(), count: z.number() });
export type Tag = z.infer<typeof Tag>;

/** WeChat counts 30 bytes, a Chinese character being three of them. */
export const TagName = z
  .string()
  .trim()
  .min(1)
  .max(30)
  .refine((name) => encodedLength(name) <= 30, { message: 'At most 30 bytes' });

/** UTF-8 bytes; written out because this folder knows no runtime. */
function encodedLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Puts a tag on people, or takes it off; asked of WeChat by fifties. */
export const Tagging = z.object({
  accountId: z.string(),
  tagId: z.number().int(),
  openids: z.array(Openid).min(1).max(10_000),
  /** False takes it off. */
  add: z.boolean(),
});
export type Tagging = z.infer<typeof Tagging>;

/** Who got (or lost) the tag, and who did not and why. */
export const TaggingReport = z.object({
  changed: z.number(),
  failures: z.array(z.object({ openid: z.string(), errcode: z.number().nullable() })),
});
export type TaggingReport = z.infer<typeof TaggingReport>;

/** An older text of WeChat's says fewer than thirty characters. */
export const Remark = z.string().trim().max(30);
