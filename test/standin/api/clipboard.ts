/** The main process's clipboard, in memory; Electron's own answers with promises since 45. */
import { strict } from '../strict.ts';

let text = '';

export const clipboard = strict('clipboard', {
  readText: async (): Promise<string> => text,
  async writeText(written: string): Promise<void> {
    text = written;
  },
});
