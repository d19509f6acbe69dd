/**
 * Whether the operator wants to be told of updates, kept beside the settings. The rule: off, unless the file says a
 * plain yes; a file that cannot be read or written costs the choice only.
 */
import { readFileSync, writeFileSync } from 'node:fs';

export interface UpdateChoice {
  on(): boolean;
  turn(on: boolean): void;
}

/** `path` is the file; it need not exist. */
export function openUpdateChoice(path: string): UpdateChoice {
  let on = read(path);
  return {
    on: () => on,
    turn(wanted) {
      on = wanted;
      try {
        writeFileSync(path, `${JSON.stringify({ check: wanted })}\n`, { mode: 0o600 });
      } catch {
        // In force until FollowDesk quits; then it is off again, which asks nothing of anybody.
      }
    },
  };
}

function read(path: string): boolean {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).check === true;
  } catch {
    return false;
  }
}
