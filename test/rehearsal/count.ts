/**
 * Whether everybody was counted once and rightly: what the simulator knows of its people, beside what the host has on
 * record and has not annulled. The rule: it trusts neither the phones nor the counters, and names whoever is missing or wrong.
 */

/** What is needed of a scan on record. */
export interface RecordedScan {
  openid: string | null;
  verdict: string;
  reason: string | null;
  annulled: object | null;
}

export interface Summary {
  scanned: number;
  followed: number;
  notFollowed: number;
  unknown: number;
}

export interface Arrived {
  /** By openid, whether they follow. */
  people: ReadonlyMap<string, boolean>;
  declined: number;
}

/** One sentence each; none when everybody was counted once with the right verdict. */
export function wrongCounts(
  { people, declined }: Arrived,
  scans: readonly RecordedScan[],
  summary: Summary,
): string[] {
  const wrong: string[] = [];
  const counted = scans.filter(({ annulled }) => annulled === null);
  const scansOf = Map.groupBy(counted, ({ openid }) => openid);
  for (const [openid, follows] of people) {
    const [scan, ...more] = scansOf.get(openid) ?? [];
    const right = follows ? 'followed' : 'not_followed';
    if (scan === undefined) wrong.push(`${openid} is missing`);
    else if (more.length > 0) wrong.push(`${openid} is counted ${more.length + 1} times`);
    else if (scan.verdict !== right) {
      wrong.push(`${openid} is ${scan.verdict} (${scan.reason ?? 'no reason'}) instead of ${right}`);
    }
  }
  for (const [openid] of scansOf) {
    if (openid !== null && !people.has(openid)) wrong.push(`${openid} never came`);
  }
  const nameless = scansOf.get(null) ?? [];
  const denied = nameless.filter(({ reason }) => reason === 'denied').length;
  if (denied !== declined) wrong.push(`${declined} declined, ${denied} are on record`);
  for (const { reason } of nameless) {
    if (reason !== 'denied') wrong.push(`somebody without an openid is on record (${reason})`);
  }
  const follow = [...people.values()].filter(Boolean).length;
  const expected: Summary = {
    scanned: people.size + declined,
    followed: follow,
    notFollowed: people.size - follow,
    unknown: declined,
  };
  for (const name of ['scanned', 'followed', 'notFollowed', 'unknown'] as const) {
    if (summary[name] !== expected[name]) {
      wrong.push(`the counter ${name} says ${summary[name]} instead of ${expected[name]}`);
    }
  }
  return wrong;
}
