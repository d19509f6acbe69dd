/** Lets a few do a thing at once, per key, in the order they came: two look-ups share what one may use. */
export interface Turns {
  /** Waits for a turn; whoever has one gives it back by calling what it gets. */
  take(key: string): Promise<() => void>;
}

interface Lane {
  taken: number;
  queue: (() => void)[];
}

export function createTurns(atOnce: number): Turns {
  const lanes = new Map<string, Lane>();

  function giveBack(key: string, lane: Lane): void {
    const next = lane.queue.shift();
    if (next) next();
    else if (lane.taken > 1) lane.taken -= 1;
    else lanes.delete(key);
  }

  return {
    async take(key) {
      const lane = lanes.get(key) ?? { taken: 0, queue: [] };
      lanes.set(key, lane);
      if (lane.taken < atOnce) lane.taken += 1;
      else await new Promise<void>((resolve) => lane.queue.push(resolve));
      return () => giveBack(key, lane);
    },
  };
}
