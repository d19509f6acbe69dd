/**
 * The log on disk, where nobody reads a terminal: two files at most, so that it never fills the disk, and a disk
 * that refuses a line costs that line only.
 */
import { existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const LIMIT_BYTES = 5 * 1024 * 1024;

export interface LogFile {
  readonly path: string;
  /** Takes one line with its line break; on disk when it returns, so that a crash is in the log too. */
  write(line: string): void;
}

/** Opens `followdesk.log` in `folder`; what the last run left is kept, and set aside once it is large. */
export function openLogFile(folder: string): LogFile {
  const path = join(folder, 'followdesk.log');
  const descriptor = open(path, folder);
  return {
    path,
    write(line) {
      if (descriptor === null) return;
      try {
        writeSync(descriptor, line);
      } catch {
        // Full or gone: there is nowhere left to say so.
      }
    },
  };
}

function open(path: string, folder: string): number | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (existsSync(path) && statSync(path).size > LIMIT_BYTES) {
      renameSync(path, join(folder, 'followdesk.1.log'));
    }
    return openSync(path, 'a', 0o600);
  } catch {
    return null;
  }
}
