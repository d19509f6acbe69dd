/** One export on its way: how far it is, how it ended, and stopping it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExportFormat } from '#shared/contract/exports.ts';
import type { ScanFilter } from '#shared/model/scan.ts';
import { saveExport } from '../components/save-export.ts';
import { useConsole } from '../host/console.tsx';
import { fileTime } from '../text/format.ts';
import { useText } from '../text/text.ts';

export type ExportState =
  | { phase: 'idle' | 'canceled' }
  | { phase: 'running'; written: number; rows: number }
  | { phase: 'saved'; name: string; rows: number }
  | { phase: 'failed'; error: unknown };

interface ScanExport {
  format: ExportFormat;
  mask: boolean;
  filter: ScanFilter;
}

/** `expected` rows decide whether it is asked first where to save. */
export function useScanExport(expected: number) {
  const t = useText();
  const { client } = useConsole();
  const [state, setState] = useState<ExportState>({ phase: 'idle' });
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);

  async function start(input: ScanExport): Promise<void> {
    const ending = new AbortController();
    running.current = ending;
    const name = `${t('records:title')} ${fileTime(new Date())}.${input.format}`;
    let rows = 0;
    setState({ phase: 'running', written: 0, rows: 0 });
    try {
      const outcome = await saveExport({
        open: (signal) => client.exports.scans(input, { signal }),
        name,
        rows: expected,
        onProgress(progress) {
          rows = progress.written;
          if (!ending.signal.aborted) setState({ phase: 'running', ...progress });
        },
        signal: ending.signal,
      });
      setState(outcome === 'saved' ? { phase: 'saved', name, rows } : { phase: 'canceled' });
    } catch (error) {
      setState({ phase: 'failed', error });
    }
  }
  const stop = useCallback(() => running.current.abort(), []);
  return { state, start, stop };
}
