/** `tokens.sealed` in the data folder: one sealed text, replaced as a whole, readable by its owner alone. */
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TokenFile {
  /** Null when there is none. */
  read(): string | null;
  write(sealed: string): void;
}

export function createTokenFile(dataFolder: string): TokenFile {
  const path = join(dataFolder, 'tokens.sealed');
  return {
    read() {
      try {
        return readFileSync(path, 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    write(sealed) {
      const draft = `${path}.new`;
      writeFileSync(draft, sealed, { mode: 0o600 });
      // The mode above counts only for a file that did not exist.
      chmodSync(draft, 0o600);
      renameSync(draft, path);
    },
  };
}
