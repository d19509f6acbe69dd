/** A copy of the project with wrong imports planted in it, so that the law can be seen to hold. */
import { execFile } from 'node:child_process';
import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  for (const name of COPIED) cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  return {
    plant(path, source) {
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
