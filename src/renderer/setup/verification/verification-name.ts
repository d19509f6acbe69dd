/** The name of WeChat's proof file out of what was typed, pasted or dropped. */
import { verificationText } from '#shared/model/verification-file.ts';

/**
 * The file's own name, or null when WeChat never gives such a name. Browsers number a second download
 * (`MP_verify_… (1).txt`), and people copy whole addresses: both are understood.
 */
export function verificationNameOf(typed: string): string | null {
  const last = typed.trim().split(/[\\/]/).at(-1) ?? '';
  const name = last.replace(/\s*\(\d+\)(?=\.txt$)/i, '').replace(/\.TXT$/, '.txt');
  const complete = /\.txt$/.test(name) ? name : `${name}.txt`;
  return verificationText(complete) === null ? null : complete;
}
