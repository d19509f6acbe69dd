/** Reads an account's settings from JSON, for the control API and the command line. Nothing half-right gets in. */
import { isIP } from 'node:net';
import { type AppSettings, accountKinds, secretStates } from './apps.ts';
import { defaultClientIp, isIpRefusalFormat } from './ip-refusal.ts';

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

interface Setting {
  fits(value: unknown): boolean;
  what: string;
  /** On the command line: words parted by commas. */
  isList?: boolean;
}

const kinds: Record<keyof AppSettings, Setting> = {
  kind: {
    fits: (value) => accountKinds.some((kind) => kind === value),
    what: `${accountKinds.join(', ')}; default service`,
  },
  verified: { fits: isBoolean, what: 'whether WeChat has verified the account; default true' },
  secretState: {
    fits: (value) => secretStates.some((state) => state === value),
    what: `${secretStates.join(', ')}; default ok`,
  },
  ipWhitelist: { fits: isList, isList: true, what: 'addresses that may fetch tokens; default any' },
  ipWhitelistGuardsAll: { fits: isBoolean, what: 'whether it guards every other call too; default false' },
  clientIp: {
    fits: (value) => typeof value === 'string' && isIP(value) !== 0,
    what: `the caller’s public address as WeChat sees it; default ${defaultClientIp}`,
  },
  ipRefusalFormat: { fits: isIpRefusalFormat, what: 'how 40164 names it, 1 (2017) to 5 (today); default 5' },
  redirectDomains: { fits: isList, isList: true, what: 'web-authorization domains; default any address' },
  redirectScheme: {
    fits: (value) => value === 'http' || value === 'https',
    what: 'http or https, else page error 10039; default either',
  },
  unionBound: { fits: isBoolean, what: 'whether unionids appear; default true' },
};

export const settingNames = Object.keys(kinds) as (keyof AppSettings)[];

/** The settings in a JSON object, null meaning "back to the default"; or the name of what cannot be read. */
export function readSettings(json: Record<string, unknown>): AppSettings | { unreadable: string } {
  const settings: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(json)) {
    const known = settingNames.find((each) => each === name);
    if (known === undefined || (value !== null && !kinds[known].fits(value))) return { unreadable: name };
    settings[known] = value ?? undefined;
  }
  return settings;
}

/** One `NAME=VALUE` of the command line, or why it cannot be read. */
export function parseSetting(text: string): AppSettings | { unreadable: string } {
  const at = text.indexOf('=');
  const [name, value] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  const known = settingNames.find((each) => each === name);
  if (known !== undefined && kinds[known].isList)
    return readSettings({ [name]: value.split(',').filter(Boolean) });
  const isWord = value === 'true' || value === 'false' || /^\d$/.test(value);
  return readSettings({ [name]: isWord ? JSON.parse(value) : value });
}

export function settingList(): string {
  const width = Math.max(...settingNames.map((name) => name.length));
  return settingNames.map((name) => `    ${name.padEnd(width)}  ${kinds[name].what}`).join('\n');
}
