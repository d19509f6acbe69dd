/** `followdesk simulate`: the simulator is a program of its own and shares no code with this one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Refused } from '../refused.ts';
import type { Text } from '../text/zh-CN.ts';

/** From the sources, and from the build two folders below the project. */
const places = ['../../simulator/cli.ts', '../../src/simulator/cli.ts'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** Runs it until it ends; answers its exit code. @throws Refused where it was not shipped */
export async function simulate(args: readonly string[], text: Text): Promise<number> {
  const file = places.find((place) => existsSync(place));
  if (file === undefined) throw new Refused(text.simulateElsewhere);
  const child = spawn(process.execPath, [file, ...args], { stdio: 'inherit' });
  // A terminal sends Ctrl-C to both; whoever sends a signal to this one alone means that one.
  const handOn = (signal: NodeJS.Signals) => void child.kill(signal);
  process.on('SIGTERM', handOn);
  process.on('SIGINT', () => undefined);
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
