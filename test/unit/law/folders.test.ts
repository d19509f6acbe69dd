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

function forbiddenArrows(): [from: string, to: string][] {
  return FOLDERS.flatMap((from) =>
    FOLDERS.filter((to) => to !== from && !MAY_IMPORT[from]?.includes(to)).map((to): [string, string] => [
      from,
      to,
    ]),
  );
}

test('the law names every folder of src', () => {
  const folders = readdirSync(join(import.meta.dirname, '../../../src'), { withFileTypes: true });
  expect(
    folders
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort(),
  ).toEqual(FOLDERS.toSorted());
});

test('each forbidden arrow is a compiler error, by relative path and by alias', {
  timeout: 120_000,
}, async () => {
  const tree = plantedTree();
  // Two targets: the compiler names a file that is out of bounds once, at the first import it meets.
  for (const folder of FOLDERS) {
    tree.plant(`src/${folder}/planted-target.ts`, 'export const planted = 1;\n');
    tree.plant(`src/${folder}/planted-aliased.ts`, 'export const planted = 1;\n');
  }
  for (const [from, to] of forbiddenArrows()) {
    tree.plant(`src/${from}/planted-${to}.ts`, `export { planted } from '../${to}/planted-target.ts';\n`);
    tree.plant(
      `src/${from}/planted-alias-${to}.ts`,
      `export { planted } from '#${to}/planted-aliased.ts';\n`,
    );
  }
  const output = await tree.run('tsc', '-b', '--pretty', 'false');
  const missed = forbiddenArrows()
    .flatMap(([from, to]) => [`src/${from}/planted-${to}.ts`, `src/${from}/planted-alias-${to}.ts`])
    .filter((file) => !output.includes(`${file}(`));
  expect(missed).toEqual([]);
});

test('each allowed arrow compiles', { timeout: 120_000 }, async () => {
  const tree = plantedTree();
  for (const folder of FOLDERS) tree.plant(`src/${folder}/planted-target.ts`, 'export const planted = 1;\n');
  const allowed = FOLDERS.flatMap((from) => (MAY_IMPORT[from] ?? []).map((to) => [from, to] as const));
  for (const [from, to] of allowed) {
    tree.plant(`src/${from}/planted-${to}.ts`, `export { planted } from '../${to}/planted-target.ts';\n`);
  }
  const output = await tree.run('tsc', '-b', '--pretty', 'false');
  expect(output).not.toMatch(/planted-/);
});
