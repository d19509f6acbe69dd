/** Moments (milliseconds since the epoch) and counts that outlive a session, beside the marks that the scans keep. */
import type { DatabaseSync } from 'node:sqlite';
import type { GroupCommit } from './group-commit.ts';

export type TimeMarkName =
  | 'clock_trusted'
  | 'clock_doubted'
  | `${'pin' | 'app_secret'}_${'failures' | 'failed_at'}`;

export interface TimeMarks {
  /** Null when there is none. */
  read(name: TimeMarkName): number | null;
  /** Null removes it. Durable when it settles. @throws StorageFailed */
  write(marks: Partial<Record<TimeMarkName, number | null>>): Promise<void>;
}

/** The database must hold `scanRecordSchema`. */
export function createTimeMarks(database: DatabaseSync, commits: GroupCommit): TimeMarks {
  const select = database.prepare('SELECT value FROM scan_marks WHERE name = ?');
  const replace = database.prepare('INSERT OR REPLACE INTO scan_marks (name, value) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM scan_marks WHERE name = ?');
  return {
    read(name) {
      const value = select.get(name)?.value;
      return typeof value === 'number' ? value : null;
    },
    write: (marks) =>
      commits.write(() => {
        for (const [name, value] of Object.entries(marks)) {
          if (value === null) remove.run(name);
          else replace.run(name, value);
        }
      }),
  };
}
