/** Remembers whether the last write reached the disk, so that the desk can say that scans are not being kept. */
import type { Notice } from '#shared/model/host.ts';
import type { StorageFailed } from '../errors.ts';

export interface StorageHealth {
  succeeded(): void;
  failed(failure: StorageFailed): void;
  notice(): Notice | null;
}

export function createStorageHealth(): StorageHealth {
  let notice: Notice | null = null;
  return {
    succeeded() {
      notice = null;
    },
    failed({ kind }) {
      notice = kind === 'full' ? 'storage_full' : 'storage_read_only';
    },
    notice: () => notice,
  };
}
