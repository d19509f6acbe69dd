/**
 * What happens when an administrator presses "save" on a web-authorization domain: WeChat's servers fetch the
 * verification file from it, and only a plain 200 with exactly the expected text will do. Addresses of this
 * machine may have a port here and are fetched over http; real domains may have neither.
 */
import { isIP } from 'node:net';
import type { Apps } from './apps.ts';

// The setting holds two entries; a third has to replace one.
const mostDomains = 2;
const timeLimitMs = 5000;
// Enough to see that a page is not the file.
const mostBytes = 4096;

export type SaveRefusal =
  | 'bad_domain'
  | 'bad_file'
  | 'too_many_domains'
  | 'unreachable'
  | 'redirected'
  | 'not_200'
  | 'wrong_text';

export interface SaveAnswer {
  saved: boolean;
  /** Why not; null when saved. */
  reason: SaveRefusal | null;
}

export interface DomainToSave {
  /** `host` or `host/dir`, without a scheme. */
  domain: string;
  /** The file's name, `MP_verify_….txt`. */
  file: string;
}

function isLocal(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/.test(host);
}

function isDomain(domain: string): boolean {
  const [host = '', ...folders] = domain.split('/');
  if (!folders.every((folder) => /^[\w-]+$/.test(folder))) return false;
  return isLocal(host) || (isIP(host) === 0 && /^([a-z0-9-]+\.)+[a-z]{2,}$/.test(host));
}

async function readSome(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) break;
  }
  return Buffer.concat(chunks).toString();
}

async function fetchProblem(url: string, text: string, closing: AbortSignal): Promise<SaveRefusal | null> {
  try {
    const signal = AbortSignal.any([closing, AbortSignal.timeout(timeLimitMs)]);
    const response = await fetch(url, { redirect: 'manual', signal });
    const body = await readSome(response);
    if (response.status >= 300 && response.status < 400) return 'redirected';
    if (response.status !== 200) return 'not_200';
    return body === text ? null : 'wrong_text';
  } catch {
    return 'unreachable';
  }
}

export type DomainSaver = ReturnType<typeof createDomainSaver>;

export function createDomainSaver({ apps, closing }: { apps: Apps; closing: AbortSignal }) {
  /** Never rejects for what is wrong with the domain; throws for an AppID nobody has. */
  return async ({ domain, file }: DomainToSave, appId = apps.first.appId): Promise<SaveAnswer> => {
    const app = apps.find(appId);
    if (app === undefined) throw new Error(`The simulator has no app ${appId}.`);
    const text = /^MP_verify_([A-Za-z0-9]{8,64})\.txt$/.exec(file)?.[1];
    if (!isDomain(domain)) return { saved: false, reason: 'bad_domain' };
    if (text === undefined) return { saved: false, reason: 'bad_file' };
    const others = (app.redirectDomains ?? []).filter((each) => each !== domain);
    if (others.length >= mostDomains) return { saved: false, reason: 'too_many_domains' };
    const scheme = isLocal(domain.split('/', 1)[0] ?? '') ? 'http' : 'https';
    const reason = await fetchProblem(`${scheme}://${domain}/${file}`, text, closing);
    if (reason !== null) return { saved: false, reason };
    apps.change({ redirectDomains: [...others, domain] }, appId);
    return { saved: true, reason };
  };
}
