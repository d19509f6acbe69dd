/** Where Electron keeps things on Linux. */
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { switches } from '../command-line.ts';
import { missing } from '../strict.ts';

export interface Paths {
  get(name: string): string;
  set(name: string, path: string): void;
}

/** `appName` is asked each time: the app's name is known only once its package.json was read. */
export function createPaths(appName: () => string): Paths {
  const chosen = new Map<string, string>();

  function get(name: string): string {
    return chosen.get(name) ?? usual(name);
  }

  function usual(name: string): string {
    switch (name) {
      case 'home':
        return homedir();
      case 'appData':
        return process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
      case 'userData':
        return switches.get('user-data-dir') || join(get('appData'), appName());
      case 'sessionData':
        return get('userData');
      case 'temp':
        return tmpdir();
      case 'exe':
        return process.argv[0] ?? process.execPath;
      case 'logs':
        return join(get('userData'), 'logs');
      case 'downloads':
        return join(homedir(), 'Downloads');
      default:
        return missing(`app.getPath('${name}')`);
    }
  }

  return {
    get,
    set(name, path) {
      if (!isAbsolute(path)) throw new Error('Path must be absolute');
      chosen.set(name, path);
    },
  };
}
