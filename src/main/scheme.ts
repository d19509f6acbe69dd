/**
 * `followdesk://console/`: the built page, served from its folder with headers a file:// page cannot have. The
 * rule: nothing but our own files, and a policy under which the page can load nothing else.
 * @see https://www.electronjs.org/docs/latest/tutorial/security#18-avoid-usage-of-the-file-protocol-and-prefer-usage-of-custom-protocols
 */
import { readFile } from 'node:fs/promises';
import type { CustomScheme } from 'electron';
import { assetFile } from './asset-path.ts';
import { CONSOLE_SCHEME } from './navigation.ts';

/** To be registered before the app is ready. No `bypassCSP`, no `corsEnabled`, no service workers. */
export const consoleScheme: CustomScheme = {
  scheme: CONSOLE_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/**
 * The console talks to its host over a MessagePort, so it needs no network at all. Styles may be inline because
 * antd writes them at run time; scripts may not.
 * @see https://www.electronjs.org/docs/latest/tutorial/security#7-define-a-content-security-policy
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Answers the scheme's requests from `folder`, the built renderer. */
export function createConsoleHandler(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
    const asset = assetFile(folder, request.url);
    if (asset === null) return refusal(404);
    try {
      const bytes = new Uint8Array(await readFile(asset.path));
      return new Response(request.method === 'HEAD' ? null : bytes, {
        headers: { ...HEADERS, 'content-type': asset.type },
      });
    } catch {
      return refusal(404);
    }
  };
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: HEADERS });
}
