/** Which processes a program left behind: those of its process group, which is named after its own pid. */
import { execFileSync } from 'node:child_process';

/** Living members of the group, as `ps` prints them; a zombie has ended. Linux and macOS only. */
export function processGroup(leader: number): string[] {
  const lines = execFileSync('ps', ['-eo', 'pgid,stat,args'], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => {
    const [group, state = 'Z'] = line.trim().split(/\s+/);
    return Number(group) === leader && !state.startsWith('Z');
  });
}
