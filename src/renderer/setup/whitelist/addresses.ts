/** The addresses WeChat saw this machine call from, read for one question: does it keep changing? */
import type { SeenIp } from '#shared/model/doctor.ts';

export interface AddressHistory {
  /** The latest address; null while none was seen. */
  current: SeenIp | null;
  /** The one before it; null while there was only one. */
  previous: SeenIp | null;
  all: readonly SeenIp[];
}

export function historyOf(items: readonly SeenIp[]): AddressHistory {
  const all = [...items].sort((left, right) => Date.parse(right.lastSeenAt) - Date.parse(left.lastSeenAt));
  return { current: all[0] ?? null, previous: all[1] ?? null, all };
}
