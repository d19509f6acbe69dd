/**
 * The project's rules with imports planted under them, so that the law can be seen to hold. Only the rules are
 * copied, not the sources: nothing else is read, and what the sources do is the business of `npm run check`.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const PROJECT = join(import.meta.dirname, '../../..');
const COPIED = ['src', 'package.json', 'biome.json', 'tsconfig.json', 'tsconfig.base.json'];

export interface PlantedTree {
  plant(path: string, source: string): void;
  /** What a tool of the project prints, whatever its exit code. */
  run(tool: string, ...args: string[]): Promise<string>;
}

export function plantedTree(): PlantedTree {
  const folder = temporaryFolder();
  const filter = (path: string) => statSync(path).isDirectory() || path.endsWith('.json');
  for (const name of COPIED) cpSync(join(PROJECT, name), join(folder, name), { recursive: true, filter });
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  return {
    plant(path, source) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    },
    run: (tool, ...args) =>
      new Promise((resolve) => {
        const command = join(PROJECT, 'node_modules', '.bin', tool);
        execFile(command, args, { cwd: folder, maxBuffer: 64 << 20 }, (_failed, stdout, stderr) => {
          resolve(stdout + stderr);
        });
      }),
  };
}
