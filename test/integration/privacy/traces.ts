/** Where a text is left: in the bytes of every file, as it is and as programs write it, and in every answer. */
import { readFileSync } from 'node:fs';
import { filesUnder } from '../../support/files-under.ts';
import type { spawnHeadless } from '../server/spawn-headless.ts';

type Host = ReturnType<typeof spawnHeadless>;

/** Where the text begins within three bytes decides how base64 writes it; its ends depend on the neighbours. */
function base64Forms(text: string): string[] {
  return [0, 2, 3].map((cut, pad) => {
    const encoded = Buffer.from(' '.repeat(pad) + text).toString('base64');
    return encoded.slice(cut, -4);
  });
}

function formsOf(text: string): string[] {
  const hex = Buffer.from(text).toString('hex');
  const wide = Buffer.from(text, 'utf16le').toString('latin1');
  return [
    text,
    text.toLowerCase(),
    encodeURIComponent(text),
    hex,
    hex.toUpperCase(),
    wide,
    ...base64Forms(text),
  ];
}

export function filesWithTraces(folder: string, texts: readonly string[]): string[] {
  const forms = texts.flatMap(formsOf);
  return filesUnder(folder).filter((path) => {
    const bytes = readFileSync(path, 'latin1');
    return forms.some((form) => bytes.includes(form));
  });
}

/** The first events of the feed of scans, from the beginning: what a desk reads that was away. */
async function replayOf(url: string, token: string): Promise<string> {
  const ending = new AbortController();
  const response = await fetch(`${url}/api/scans/live?after=0`, {
    headers: { authorization: `Bearer ${token}` },
    signal: ending.signal,
  });
  let text = '';
  const timer = setTimeout(() => ending.abort(), 1000);
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) text += chunk;
  } catch {
    // Nothing more came.
  }
  clearTimeout(timer);
  return text;
}

/** What every question a console can ask is answered with. */
export async function everyAnswer(host: Host, accountId: string, openid: string): Promise<string> {
  const { consoleUrl, consoleToken } = await host.ready();
  const { items: lookups } = (await host.rest('GET', '/lookups')) as { items: { id: string }[] };
  const of = `accountId=${accountId}`;
  const paths = [
    '/scans?limit=500',
    `/scans?openid=${openid}`,
    '/scans?annulled=true',
    '/scans/export?format=jsonl',
    '/scans/export?format=csv',
    '/scans/series?by=entry',
    '/lookups',
    ...lookups.map(({ id }) => `/lookups/${id}/results?limit=500`),
    `/followers?${of}`,
    `/followers?${of}&q=${openid}`,
    `/followers?${of}&q=remarked`,
    ...['new', 'left', 'returned'].map((change) => `/followers?${of}&change=${change}`),
    `/followers/changes?${of}`,
    '/calls',
    '/entries',
    '/accounts',
    '/host',
    '/backups',
  ];
  const answers: string[] = [await replayOf(consoleUrl, consoleToken)];
  for (const path of paths) {
    const response = await fetch(`${consoleUrl}/api${path}`, {
      headers: { authorization: `Bearer ${consoleToken}` },
    });
    const text = await response.text();
    // An unknown question would answer nothing about anybody.
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    answers.push(text);
  }
  return answers.join('\n');
}
