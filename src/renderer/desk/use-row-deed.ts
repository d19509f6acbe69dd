/** What an operator does to one scan: asks WeChat again, takes it out of the counts, puts it back. */
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { Scan } from '#shared/model/scan.ts';
import { useConsole } from '../host/console.tsx';

export type Deed = { kind: 'recheck' } | { kind: 'annul'; reason: string } | { kind: 'reinstate' };

export type RowDeed = UseMutationResult<Scan, Error, Deed>;

export function useRowDeed(scanId: string, onDone: (scan: Scan, deed: Deed) => void): RowDeed {
  const { client } = useConsole();
  return useMutation({
    mutationFn(deed: Deed): Promise<Scan> {
      if (deed.kind === 'annul') return client.scans.annul({ id: scanId, reason: deed.reason });
      return client.scans[deed.kind]({ id: scanId });
    },
    onSuccess: onDone,
  });
}
