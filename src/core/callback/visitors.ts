/**
 * Which scan a visitor has already: some phones bring two codes for one visit, within moments (wechat-facts §6, 4).
 */
import type { Clock } from '../environment.ts';
import { createOnce } from '../once.ts';
import { createRecentScans } from '../storage/recent-scans.ts';
import type { ScanStore, StoredScan } from '../storage/scan-store.ts';

/** Codes of one person that are brought so close together are one visit. */
export const ONE_VISIT_MS = 60 * 1000;

export interface Visitors {
  /**
   * The scan of a visit: one that is there already, or else the one `make` keeps; who comes meanwhile waits for it.
   * @param visitor `nonce`: of the state that brought them, which a screen's visitors share; `openid` null: declined.
   * @param at when the visit was, in milliseconds since the epoch.
   */
  oneScan(
    visitor: { nonce: string; openid: string | null },
    at: number,
    make: () => Promise<StoredScan>,
  ): Promise<{ scan: StoredScan; isNew: boolean }>;
}

export function createVisitors(store: Pick<ScanStore, 'byId'>, clock: Clock): Visitors {
  const arriving = createOnce<StoredScan>(clock, 0);
  const recent = createRecentScans(ONE_VISIT_MS, clock.now());

  function earlier(key: number, openid: string | null, at: number): StoredScan | null {
    const id = recent.find(key);
    const scan = id === null ? null : store.byId(String(id));
    // Another's that is remembered by the same number, or too long ago.
    if (scan?.openid !== openid || Math.abs(Date.parse(scan.scannedAt) - at) >= ONE_VISIT_MS) return null;
    return scan;
  }

  return {
    async oneScan({ nonce, openid }, at, make) {
      const visitor = `${nonce} ${openid}`;
      const key = numberOf(visitor);
      const known = earlier(key, openid, at);
      if (known !== null) return { scan: known, isNew: false };
      let made: StoredScan | undefined;
      const scan = await arriving.run(visitor, async () => {
        made = await make();
        recent.remember(key, Number(made.id), clock.now());
        return made;
      });
      return { scan, isNew: scan === made };
    },
  };
}

/** 53 bits of a text, by two multiplicative hashes: a digest proper costs ten times that, and nobody chooses an openid. */
function numberOf(text: string): number {
  let [high, low] = [0x9e3779b9, 0x85ebca6b];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x85ebca77);
  }
  high ^= low >>> 15;
  low ^= high >>> 13;
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0) || 1;
}
