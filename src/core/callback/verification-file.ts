/**
 * WeChat's proof of domain: `MP_verify_XXXXXXXXXXXXXXXX.txt`, put into the data folder's `verify` folder as it
 * was downloaded, is served at the root of the callback address.
 * @see https://developers.weixin.qq.com/doc/service/guide/h5/auth — 网页授权域名
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const NAME = /^MP_verify_[A-Za-z0-9]{8,64}\.txt$/;
/** The real files hold 16 characters. */
const LONGEST = 1024;

/** The file's text, or null when there is no such file. */
export function readVerificationFile(dataFolder: string, name: string): string | null {
  if (!NAME.test(name)) return null;
  try {
    return readFileSync(join(dataFolder, 'verify', name), 'utf8').slice(0, LONGEST);
  } catch {
    return null;
  }
}
