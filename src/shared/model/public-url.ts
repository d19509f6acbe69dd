/** What WeChat refuses in a callback address, found before any phone meets it. Warnings, never refusals. */

const PARTS = /^(https?):\/\/([^/:?#]+)(?::(\d+))?([^?#]*)(\?[^#]*)?(#.*)?$/i;

/**
 * Names of the rules a public URL breaks; wording lives in `renderer/text`.
 * @see https://developers.weixin.qq.com/doc/service/guide/h5/auth — 网页授权域名
 */
export function publicUrlWarnings(publicUrl: string | null): string[] {
  if (publicUrl === null) return [];
  const parts = PARTS.exec(publicUrl);
  if (!parts) return ['not_a_url'];
  const [, scheme = '', host = '', port, path = '', query] = parts;
  const warnings: string[] = [];
  if (scheme.toLowerCase() !== 'https') warnings.push('not_https');
  if (port !== undefined) warnings.push('has_port');
  if (host !== host.toLowerCase()) warnings.push('upper_case');
  if (host.includes('_')) warnings.push('underscore');
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(host)) warnings.push('is_ip');
  if (host === 'localhost' || host.startsWith('127.')) warnings.push('loopback');
  if (path.length > 1 || query !== undefined) warnings.push('has_path');
  return warnings;
}
