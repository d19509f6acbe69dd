/**
 * Verification file: is WeChat's proof of domain served at the public URL, word for word? WeChat fetches it
 * when the administrator presses save, and says no more than that it failed.
 * @see https://developers.weixin.qq.com/doc/service/guide/h5/auth — 网页授权域名
 */
import type { Account } from '#shared/model/account.ts';
import type { Finding } from '#shared/model/doctor.ts';
import type { VerificationFile } from '#shared/model/verification-file.ts';
import type { VerificationFiles } from '../../verification/verification-files.ts';
import type { Cause, Facts } from '../causes.ts';
import { blocked, originOf, passed, skipped, wrong } from '../finding.ts';
import { type Addresses, publicUrlOf, withoutAddress } from '../public-address.ts';
import type { Surroundings } from '../surroundings.ts';
import { isPage, titleOf } from '../web-page.ts';

export async function checkVerificationFile(
  account: Account,
  host: Addresses,
  files: Pick<VerificationFiles, 'list'>,
  surroundings: Pick<Surroundings, 'fetch' | 'timeLimitMs'>,
): Promise<Finding> {
  const publicUrl = publicUrlOf(account, host);
  if (publicUrl === null) return withoutAddress('verification_file', account);
  // Test accounts are configured by host name alone; others have no web authorization.
  if (account.sandbox || account.kind === 'test' || account.kind === 'other')
    return skipped('verification_file', account.sandbox ? 'sandbox' : 'not_needed');
  const held = files.list();
  const facts: Facts = { url: originOf(publicUrl) };
  if (held.length === 0) return wrong('verification_file', 'warning', 'none_yet', facts, 'admin');
  const answers = await Promise.all(held.map((file) => fetchBack(publicUrl, file, surroundings)));
  const failed = answers.find((answer) => answer !== null);
  if (failed === undefined || failed === null)
    return passed('verification_file', { ...facts, files: held.map(({ name }) => name).join(' ') });
  if (failed === 'silent') return blocked('verification_file', 'reachability');
  return wrong('verification_file', 'failed', failed.cause, { ...facts, ...failed.facts });
}

/** Null when it is there as it should be. */
async function fetchBack(
  publicUrl: string,
  { name, text }: VerificationFile,
  { fetch, timeLimitMs }: Pick<Surroundings, 'fetch' | 'timeLimitMs'>,
): Promise<null | 'silent' | { cause: Cause; facts: Facts }> {
  let response: Response;
  let body: string;
  try {
    const signal = AbortSignal.timeout(timeLimitMs);
    response = await fetch(`${publicUrl}/${name}`, { redirect: 'manual', signal });
    body = (await response.text()).trim();
  } catch {
    return 'silent';
  }
  const facts = { file: name, status: String(response.status) };
  const location = response.headers.get('location');
  if (location !== null && response.status >= 300 && response.status < 400) {
    const target = URL.parse(location, publicUrl)?.origin ?? '';
    return { cause: 'file_redirected', facts: { ...facts, location: target } };
  }
  if (!response.ok) return { cause: 'not_served', facts };
  if (body === text.trim()) return null;
  if (!isPage(body)) return { cause: 'wrong_text', facts: { ...facts, said: body.slice(0, 40) } };
  const page = titleOf(body);
  return { cause: 'html_instead', facts: { ...facts, ...(page ? { page } : {}) } };
}
