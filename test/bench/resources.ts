/** What a process has used so far, seen from outside, so that every server is measured in the same way. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

export interface Usage {
  /** User and system time of all its threads, in whole ticks where the system counts in ticks. */
  cpuMs: number;
  /** The same to the nanosecond, but without threads that ended; NaN where it is not kept. */
  preciseMs: number;
  residentBytes: number;
}

/** Linux counts in hundredths of a second (USER_HZ), whatever the kernel's own clock does. */
const millisecondsPerTick = 10;

function fromSchedule(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const nanoseconds = threads.map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    );
    return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
  } catch {
    return Number.NaN;
  }
}

function fromTicks(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold spaces; what follows it are the fields from the third on.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
}

function fromProc(pid: number): Usage {
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return {
    cpuMs: fromTicks(pid),
    preciseMs: fromSchedule(pid),
    residentBytes: Number(resident) * 1024,
  };
}

function fromPs(pid: number): Usage {
  const [resident, time = ''] = execFileSync('ps', ['-o', 'rss=,cputime=', '-p', String(pid)])
    .toString()
    .trim()
    .split(/\s+/);
  const seconds = time.split(':').reduce((total, part) => total * 60 + Number(part), 0);
  return { cpuMs: seconds * 1000, preciseMs: Number.NaN, residentBytes: Number(resident) * 1024 };
}

/** Numbers are NaN where the system does not tell. */
export function usageOf(pid: number): Usage {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  } catch {
    return { cpuMs: Number.NaN, preciseMs: Number.NaN, residentBytes: Number.NaN };
  }
}

/** Of one server that is several processes. */
export function usageOfAll(pids: readonly number[]): Usage {
  const all = pids.map(usageOf);
  return {
    cpuMs: all.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    preciseMs: all.reduce((sum, { preciseMs }) => sum + preciseMs, 0),
    residentBytes: all.reduce((sum, { residentBytes }) => sum + residentBytes, 0),
  };
}

/** A lone phone's visits are shorter than a tick: the precise figure, unless threads that ended are missing in it. */
export function cpuBetween(before: Usage, after: Usage): number {
  const ticks = after.cpuMs - before.cpuMs;
  const precise = after.preciseMs - before.preciseMs;
  return precise >= ticks - 3 * millisecondsPerTick ? precise : ticks;
}

/** Call the answer for what they used since. */
export function watchCpu(pids: readonly number[]): () => number {
  const before = usageOfAll(pids);
  return () => cpuBetween(before, usageOfAll(pids));
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
