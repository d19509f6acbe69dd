/** The key by which a projector's browser reads the board and nothing else. Only its digest is kept. */
import { digestOfKey, isHandedKey, newHandedKey } from '../handed-key.ts';
import type { SettingsFile } from '../storage/settings-file.ts';

const KEY_PREFIX = 'fdb_';
const KEY_BYTES = 24;

export interface BoardKey {
  exists(): boolean;
  /** A new key, told once; one given before stops working. @throws StorageFailed */
  renew(): string;
  /** @throws StorageFailed */
  remove(): void;
  admits(candidate: string): boolean;
}

export function createBoardKey(file: SettingsFile): BoardKey {
  function keep(boardKeyDigest: string | null): void {
    file.change((data) => ({ ...data, boardKeyDigest }));
  }

  return {
    exists: () => file.data().boardKeyDigest !== null,
    renew() {
      const key = newHandedKey(KEY_PREFIX, KEY_BYTES);
      keep(digestOfKey(key));
      return key;
    },
    remove: () => keep(null),
    admits: (candidate) => isHandedKey(candidate, file.data().boardKeyDigest),
  };
}
