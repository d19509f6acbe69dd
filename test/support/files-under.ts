/** Every file of a folder, at any depth, and which of them hold a text. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

export function filesContaining(folder: string, text: string): string[] {
  return filesUnder(folder).filter((path) => readFileSync(path, 'latin1').includes(text));
}

/** What the scrambling vault sealed in this text, in plain. */
function unsealed(text: string): string {
  return [...text.matchAll(/sealed:[^:"]*:([A-Za-z0-9+/=]+)/g)]
    .map(([, base64]) => Buffer.from(base64 ?? '', 'base64').toString('latin1'))
    .join('\n');
}

/** Files that hold the secret, in the clear or sealed by the scrambling vault. */
export function filesHolding(folder: string, secret: string): string[] {
  return filesUnder(folder).filter((path) => {
    const text = readFileSync(path, 'latin1');
    return text.includes(secret) || unsealed(text).includes(secret);
  });
}
