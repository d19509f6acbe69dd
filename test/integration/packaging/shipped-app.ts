/** The shipped files at work in plain Node, away from the project: what is missing in them is missing here too. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { importsIn } from '../../unit/packaging/imports.ts';

const IMPORT_EACH = `
  const failed = {};
  for (const name of JSON.parse(process.argv[1])) await import(name).catch((error) => { failed[name] = error.message; });
  console.log(JSON.stringify(failed));
`;

/** Imports everything that the shipped main process imports; answers what failed, by name. */
export async function importAll(app: string): Promise<Record<string, string>> {
  const main = join(app, 'out/main');
  const names = readdirSync(main).flatMap((file) => importsIn(file, readFileSync(join(main, file), 'utf8')));
  const args = ['--input-type=module', '-e', IMPORT_EACH, JSON.stringify([...new Set(names)])];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: app });
  return JSON.parse(stdout);
}

/** Starts the shipped headless host with its sandbox. */
export async function startShipped(app: string, dataFolder: string) {
  const ports = ['--callback-port', '0', '--console-port', '0'];
  const args = [join(app, 'out/main/headless.js'), '--data-dir', dataFolder, ...ports, '--sandbox'];
  const child = spawn(process.execPath, args, { cwd: app, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text)),
    exited.then((code) => Promise.reject(new Error(`the shipped app ended with ${code}: ${log}`))),
  ]);
  const ready = JSON.parse(line) as { callbackUrl: string; consoleUrl: string; consoleToken: string };
  return {
    ...ready,
    stop() {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
