/** Counts the requests WeChat received, by path: how tests and benchmarks see what a client really asked. */
export interface CallCounts {
  /** Requests to one path, or to all of them. */
  count(path?: string): number;
  all(): Record<string, number>;
}

export type Calls = ReturnType<typeof createCalls>;

export function createCalls() {
  const counts = new Map<string, number>();
  const read: CallCounts = {
    count(path) {
      if (path !== undefined) return counts.get(path) ?? 0;
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    },
    all: () => Object.fromEntries(counts),
  };
  return {
    read,
    add(path: string): void {
      counts.set(path, (counts.get(path) ?? 0) + 1);
    },
    reset: () => counts.clear(),
  };
}
