/**
 * A disk that can be full. Where a user may mount one (`unshare`) it is a real small disk, and the kernel answers
 * ENOSPC; elsewhere on Linux files may not grow beyond a limit that is set on the living process.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SmallDisk {
  what: string;
  /** Words before `node`. */
  launcher: readonly string[];
  fill(pid: number): void;
  free(pid: number): void;
}

const DISK_BYTES = 8 * 1024 * 1024;

function mounted(folder: string): SmallDisk {
  const mount = 'mount -t tmpfs -o size=8m none "$0" && exec "$@"';
  // The mount is seen by the host alone; from here it is reached through its process.
  const filler = (pid: number) => join(`/proc/${pid}/root`, folder, 'filler');
  return {
    what: 'a disk of 8 MB',
    launcher: ['unshare', '-rm', 'sh', '-c', mount, folder],
    fill(pid) {
      for (let bytes = DISK_BYTES; bytes >= 1; bytes >>= 1) {
        try {
          writeFileSync(filler(pid), Buffer.alloc(bytes), { flag: 'a' });
        } catch {
          // Smaller pieces still fit.
        }
      }
    },
    free: (pid) => rmSync(filler(pid)),
  };
}

function limited(): SmallDisk {
  const limit = (pid: number, bytes: string) =>
    execFileSync('prlimit', ['--pid', `${pid}`, `--fsize=${bytes}:`]);
  return {
    what: 'a limit on the size of files',
    launcher: [],
    fill: (pid) => limit(pid, '4096'),
    free: (pid) => limit(pid, 'unlimited'),
  };
}

/** The host's folder becomes the disk, and is gone when it ends. */
export function smallDisk(folder: string): SmallDisk {
  const mayMount = spawnSync('unshare', ['-rm', 'sh', '-c', `mount -t tmpfs none ${folder}`]).status === 0;
  return mayMount ? mounted(folder) : limited();
}
