/** Where FollowDesk keeps its data when nobody says otherwise: the system's own place for that, per user. */
import { homedir } from 'node:os';
import { join } from 'node:path';

const name = 'FollowDesk';

/** @see https://specifications.freedesktop.org/basedir-spec/latest/ */
export function defaultDataFolder(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), name);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name);
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), name);
}
