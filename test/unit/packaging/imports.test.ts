/** What is built may import only what is shipped with it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importsIn, packageOf } from './imports.ts';

const PROJECT = join(import.meta.dirname, '../../..');
const BUILT = ['out/main', 'out/preload'];
const { dependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));

function importsOf(folder: string): [file: string, name: string][] {
  return readdirSync(join(PROJECT, folder)).flatMap((file) =>
    importsIn(file, readFileSync(join(PROJECT, folder, file), 'utf8')).map((name): [string, string] => [
      `${folder}/${file}`,
      name,
    ]),
  );
}

test('finds every kind of import, and leaves out files, built-in modules and Electron', () => {
  const source = `
    import { a } from 'axios'; import 'node:fs'; import './near.js'; import { app } from 'electron';
    export { b } from '@orpc/server/fetch'; export * from 'zod/v4';
    const c = await import("write-excel-file/node"); const d = await import('./far.js');
  `;
  expect(importsIn('planted.js', source).sort()).toEqual([
    '@orpc/server/fetch',
    'axios',
    'write-excel-file/node',
    'zod/v4',
  ]);
  expect(importsIn('planted.cjs', `require('react/jsx-runtime'); require("electron")`)).toEqual([
    'react/jsx-runtime',
  ]);
});

test('the built main process imports production dependencies only', () => {
  expect(existsSync(join(PROJECT, 'out/main/index.js')), 'run npm run build first').toBe(true);
  const imports = BUILT.flatMap(importsOf);
  expect(packageOf('@orpc/server/fetch') + packageOf('zod/v4')).toBe('@orpc/serverzod');
  expect(imports.map(([, name]) => name)).toEqual(expect.arrayContaining(['fastify', 'electron-store']));
  expect(imports.filter(([, name]) => !(packageOf(name) in dependencies))).toEqual([]);
});

test('the preload needs nothing but Electron', () => {
  expect(importsOf('out/preload')).toEqual([]);
});
