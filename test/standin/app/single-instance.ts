/**
 * One instance per data folder, decided before anything else is opened: the owner's pid is in a file, and a
 * second process leaves a note there and goes. All of it is synchronous, as Electron's call is.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Note {
  argv: string[];
  cwd: string;
  additionalData: unknown;
}

export interface InstanceLock {
  release(): void;
}

/** Takes the lock in `folder`, or leaves a note for whoever has it and answers null. */
export function takeInstanceLock(
  folder: string,
  additionalData: unknown,
  onSecond: (note: Note) => void,
): InstanceLock | null {
  const owner = join(folder, 'owner');
  mkdirSync(folder, { recursive: true });
  while (!claim(owner)) {
    const pid = Number(readFileSync(owner, 'utf8'));
    if (isAlive(pid)) {
      leaveNote(folder, { argv: process.argv, cwd: process.cwd(), additionalData });
      return null;
    }
    rmSync(owner, { force: true });
  }
  const watcher = watch(folder, (_event, name) => {
    const note = name?.endsWith('.note') ? takeNote(join(folder, name)) : null;
    if (note) onSecond(note);
  });
  watcher.unref();
  return {
    release() {
      watcher.close();
      rmSync(owner, { force: true });
    },
  };
}

function claim(owner: string): boolean {
  try {
    writeFileSync(owner, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function leaveNote(folder: string, note: Note): void {
  const path = join(folder, `${process.pid}.note`);
  writeFileSync(`${path}.part`, JSON.stringify(note));
  renameSync(`${path}.part`, path);
}

/** The watcher may tell of one note twice; the second time it is gone. */
function takeNote(path: string): Note | null {
  try {
    const note = JSON.parse(readFileSync(path, 'utf8')) as Note;
    rmSync(path);
    return note;
  } catch {
    return null;
  }
}
