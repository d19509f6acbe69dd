/** What a process has used so far, seen from outside, so that every server is measured in the same way. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

export interface Usage {
  /** User and system time of all its threads. */
  cpuMs: number;
  residentBytes: number;
}

/** Linux counts in hundredths of a second (USER_HZ), whatever the kernel's own clock does. */
const millisecondsPerTick = 10;

function fromProc(pid: number): Usage {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold spaces; what follows it are the fields from the third on.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { cpuMs: ticks * millisecondsPerTick, residentBytes: Number(resident) * 1024 };
}

function fromPs(pid: number): Usage {
  const [resident, time = ''] = execFileSync('ps', ['-o', 'rss=,cputime=', '-p', String(pid)])
    .toString()
    .trim()
    .split(/\s+/);
  const seconds = time.split(':').reduce((total, part) => total * 60 + Number(part), 0);
  return { cpuMs: seconds * 1000, residentBytes: Number(resident) * 1024 };
}

/** Numbers are NaN where the system does not tell. */
export function usageOf(pid: number): Usage {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  } catch {
    return { cpuMs: Number.NaN, residentBytes: Number.NaN };
  }
}

function busyMs(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}

/**
 * Watches what processes other than these keep busy, as a share of all cores: figures taken beside a compiler
 * are not figures. Call the answer to read it; NaN where the system does not tell.
 */
export function watchOthers(pids: readonly number[]): () => number {
  const ours = () => pids.reduce((sum, pid) => sum + usageOf(pid).cpuMs, 0);
  const before = { at: performance.now(), busy: busyMs(), ours: ours() };
  return () => {
    const others = busyMs() - before.busy - (ours() - before.ours);
    return Math.max(0, others / ((performance.now() - before.at) * cpus().length));
  };
}
