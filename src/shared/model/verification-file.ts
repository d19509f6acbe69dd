/**
 * WeChat's proof of domain: a text file named after its own content, to be found at the root of the callback
 * domain when the administrator presses save.
 * @see https://developers.weixin.qq.com/doc/service/guide/h5/auth — 网页授权域名
 */
import { z } from 'zod';

/** Sixteen characters in every sample seen; the name is part of a path, so nothing but letters and digits. */
export const VERIFICATION_FILE_NAME = /^MP_verify_([A-Za-z0-9]{8,64})\.txt$/;

const VerificationFileName = z.string().trim().regex(VERIFICATION_FILE_NAME);

export const VerificationFile = z.object({
  name: VerificationFileName,
  /** What it says. */
  text: z.string(),
});
export type VerificationFile = z.infer<typeof VerificationFile>;

/** Only the name is needed: the file says what it is called. */
export const VerificationFileInput = z.object({
  name: VerificationFileName,
  text: z.string().trim().min(1).max(1024).optional(),
});
export type VerificationFileInput = z.infer<typeof VerificationFileInput>;

/** What a file of this name says; null for a name WeChat never gives. */
export function verificationText(name: string): string | null {
  return VERIFICATION_FILE_NAME.exec(name.trim())?.[1] ?? null;
}
