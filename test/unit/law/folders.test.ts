/** The law's arrows between folders: every import that the drawing does not show is an error of the compiler. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plantedTree } from './planted-tree.ts';

/** `main ──▶ server ──▶ core ──▶ shared`, and who else may import what. Nobody may import the command line. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  shared: [],
  core: ['shared'],
  simulator: [],
  server: ['shared', 'core', 'simulator'],
  main: ['shared', 'core', 'server', 'simulator'],
  preload: ['shared'],
  renderer: ['shared'],
  cli: ['shared'],
};
const FOLDERS = Object.keys(MAY_IMPORT);

test('the law names every folder of src', () => {
  const folders = readdirSync(join(import.meta.dirname, '../../../src'), { withFileTypes: true });
  expect(
    folders
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort(),
  ).toEqual(FOLDERS.toSorted());
});

test('each forbidden arrow is a compiler error, by relative path and by alias; each allowed one compiles', {
  timeout: 120_000,
}, async () => {
  const tree = plantedTree();
  // Two targets: the compiler names a file that is out of bounds once, at the first import it meets.
  for (const folder of FOLDERS) {
    tree.plant(`src/${folder}/planted-target.ts`, 'export const planted = 1;\n');
    tree.plant(`src/${folder}/planted-aliased.ts`, 'export const planted = 1;\n');
  }
  const pairs = FOLDERS.flatMap((from) => FOLDERS.filter((to) => to !== from).map((to) => ({ from, to })));
  const planted = pairs.flatMap(({ from, to }) => {
    const allowed = MAY_IMPORT[from]?.includes(to) ?? false;
    const [direct, aliased] = [`src/${from}/planted-${to}.ts`, `src/${from}/planted-alias-${to}.ts`];
    tree.plant(direct, `export { planted } from '../${to}/planted-target.ts';\n`);
    tree.plant(aliased, `export { planted } from '#${to}/planted-aliased.ts';\n`);
    return [
      { file: direct, allowed },
      { file: aliased, allowed },
    ];
  });
  const output = await tree.run('tsc', '-b', '--pretty', 'false');
  const refused = planted.filter(({ file }) => output.includes(`${file}(`));
  expect(refused.map(({ file }) => file)).toEqual(
    planted.filter(({ allowed }) => !allowed).map(({ file }) => file),
  );
});
