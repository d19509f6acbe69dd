/** The key by which a projector's browser reads the board and nothing else. Only its digest is kept. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SettingsFile } from '../storage/settings-file.ts';

/** Lets scanners of source code and logs recognise a key that was leaked. */
const KEY_PREFIX = 'fdb_';

export interface BoardKey {
  exists(): boolean;
  /** A new key, told once; one given before stops working. @throws StorageFailed */
  renew(): string;
  /** @throws StorageFailed */
  remove(): void;
  admits(candidate: string): boolean;
}

function newKey(): string {
  return KEY_PREFIX + randomBytes(24).toString('base64url');
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

export function createBoardKey(file: SettingsFile): BoardKey {
  /** Of a key that nobody was told: without a key every candidate takes as long. */
  const nobodys = digest(newKey());

  function keep(boardKeyDigest: string | null): void {
    file.change((data) => ({ ...data, boardKeyDigest }));
  }

  return {
    exists: () => file.data().boardKeyDigest !== null,
    renew() {
      const key = newKey();
      keep(digest(key));
      return key;
    },
    remove: () => keep(null),
    admits: (candidate) =>
      timingSafeEqual(Buffer.from(digest(candidate)), Buffer.from(file.data().boardKeyDigest ?? nobodys)),
  };
}
