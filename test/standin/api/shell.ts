/** The way out to the system, which leads nowhere here: a spec that takes it must have replaced it. */
import { missing, strict } from '../strict.ts';

function nowhere(call: string): never {
  return missing(`shell.${call} (replace it: electronApp.evaluate)`);
}

export const shell = strict('shell', {
  openExternal: async (url: string): Promise<void> => nowhere(`openExternal(${url})`),
  openPath: async (path: string): Promise<string> => nowhere(`openPath(${path})`),
  showItemInFolder: (path: string): void => nowhere(`showItemInFolder(${path})`),
});
