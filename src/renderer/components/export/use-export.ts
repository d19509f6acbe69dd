/** One export on its way: how far it is, how it ended, and stopping it. Who leaves the screen stops it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ExportOutcome, type ExportProgress, type SaveExport, saveExport } from '../save-export.ts';

export type ExportState =
  | { kind: 'idle' }
  | ({ kind: 'running' } & ExportProgress)
  | ExportOutcome
  | { kind: 'failed'; error: unknown };

export function useExport() {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const ending = useRef(new AbortController());
  const stop = useCallback(() => ending.current.abort(), []);
  useEffect(() => stop, [stop]);

  async function start(request: Pick<SaveExport, 'open' | 'name' | 'rows'>): Promise<void> {
    const controller = new AbortController();
    ending.current = controller;
    const { signal } = controller;
    setState({ kind: 'running', written: 0, rows: 0 });
    try {
      const onProgress = (progress: ExportProgress) => {
        if (!signal.aborted) setState({ kind: 'running', ...progress });
      };
      setState(await saveExport({ ...request, onProgress, signal }));
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  }
  return { state, start, stop };
}
