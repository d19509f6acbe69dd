/**
 * Numbers by number, millions of them in sixteen bytes a place: a Map takes four times that, and the collector walks
 * it. Open addressing with linear probing; what was put in stays.
 */
export interface NumberTable {
  /** Of how many keys it knows. */
  readonly size: number;
  /** `key`: a positive integer, its lower bits evenly spread, as a digest's are. */
  set(key: number, value: number): void;
  get(key: number): number | undefined;
}

const FIRST_PLACES = 1024;
/** Fuller than that, a key that is not there is looked for in too many places. */
const FULL = 0.7;

export function createNumberTable(): NumberTable {
  let keys = new Float64Array(FIRST_PLACES);
  let values = new Float64Array(FIRST_PLACES);
  let size = 0;

  /** Where it stands, or would. */
  function placeOf(key: number): number {
    const last = keys.length - 1;
    let place = (key >>> 0) & last;
    while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & last;
    return place;
  }

  function grow(): void {
    const [oldKeys, oldValues] = [keys, values];
    keys = new Float64Array(oldKeys.length * 2);
    values = new Float64Array(oldKeys.length * 2);
    for (const [index, key] of oldKeys.entries()) {
      if (key === 0) continue;
      const place = placeOf(key);
      keys[place] = key;
      values[place] = oldValues[index] ?? 0;
    }
  }

  return {
    get size() {
      return size;
    },
    set(key, value) {
      if (size >= keys.length * FULL) grow();
      const place = placeOf(key);
      if (keys[place] === 0) size += 1;
      keys[place] = key;
      values[place] = value;
    },
    get(key) {
      const place = placeOf(key);
      return keys[place] === 0 ? undefined : values[place];
    },
  };
}
