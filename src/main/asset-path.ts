/**
 * From an address of the console to a file of the built page. Pure, and the one place that keeps requests inside
 * the folder: what does not resolve to a file below it is null.
 */
import { extname, resolve, sep } from 'node:path';
import { isConsoleUrl } from './navigation.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * The file an address names, below `folder`; a path without an extension is a place in the console, so it is
 * the page itself. Null for a foreign address, an escape from the folder or a type we do not ship.
 */
export function assetFile(folder: string, address: string): { path: string; type: string } | null {
  if (!isConsoleUrl(address)) return null;
  const pathname = decoded(new URL(address).pathname);
  if (pathname === null || pathname.includes('\\') || pathname.includes('\0')) return null;
  const root = resolve(folder);
  const named = resolve(root, `.${pathname}`);
  if (named !== root && !named.startsWith(root + sep)) return null;
  const path = extname(named) === '' ? resolve(root, 'index.html') : named;
  const type = TYPES[extname(path).toLowerCase()];
  return type === undefined ? null : { path, type };
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname || '/');
  } catch {
    return null;
  }
}
