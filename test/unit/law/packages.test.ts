/** The law's packages: which folder may use which library, by Biome's rule. */
import { expect, test } from 'vitest';
import { plantedTree } from './planted-tree.ts';

/** Where each package may be used; everywhere else it is an error. */
const HOME: Record<string, readonly string[]> = {
  electron: ['main', 'preload'],
  'electron-store': ['main', 'preload'],
  fastify: ['server', 'simulator'],
  '@fastify/helmet': ['server', 'simulator'],
  '@orpc/contract': ['shared', 'renderer/host', 'cli'],
  zod: ['shared', 'core/storage'],
  '@orpc/server': ['server'],
  '@orpc/openapi/fastify': ['server'],
  '@orpc/client': ['renderer/host', 'cli'],
  react: ['renderer', 'renderer/host'],
  antd: ['renderer', 'renderer/host'],
  axios: ['core/wechat'],
  undici: ['core/wechat'],
  'node:sqlite': ['core/storage'],
  '#simulator/platform.ts': [],
};
const PLACES = [
  'shared',
  'core',
  'core/wechat',
  'core/storage',
  'server',
  'main',
  'preload',
  'renderer',
  'renderer/host',
  'simulator',
  'cli',
];

/** The simulator may of course import itself; its other rows hold. */
function isRuled(place: string, name: string): boolean {
  return !(place === 'simulator' && name.startsWith('#simulator'));
}

test('each package is an error outside its home and none inside', { timeout: 60_000 }, async () => {
  const tree = plantedTree();
  const names = Object.keys(HOME);
  for (const place of PLACES) {
    for (const [index, name] of names.entries()) {
      tree.plant(`src/${place}/planted-${index}.ts`, `import '${name}';\n`);
    }
  }
  const output = await tree.run(
    'biome',
    'lint',
    '--vcs-enabled=false',
    '--max-diagnostics=none',
    '--reporter=github',
    'src',
  );
  const refused = new Set(
    [...output.matchAll(/noRestrictedImports,file=[^,]*?\bsrc\/([^,]+),/g)].map(([, file]) => file),
  );
  const wrong = PLACES.flatMap((place) =>
    names.flatMap((name, index) => {
      if (!isRuled(place, name)) return [];
      const allowed = HOME[name]?.includes(place) ?? false;
      return refused.has(`${place}/planted-${index}.ts`) === allowed ? [`${place} × ${name}`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test('only the composition roots run the simulator', { timeout: 60_000 }, async () => {
  const tree = plantedTree();
  const source = "import '#simulator/platform.ts';\n";
  for (const path of ['server/headless.ts', 'main/index.ts', 'server/planted.ts', 'main/planted.ts']) {
    tree.plant(`src/${path}`, source);
  }
  const output = await tree.run(
    'biome',
    'lint',
    '--vcs-enabled=false',
    '--max-diagnostics=none',
    '--reporter=github',
    'src',
  );
  const refused = [...output.matchAll(/noRestrictedImports,file=[^,]*?\bsrc\/([^,]+),/g)].map(
    ([, file]) => file,
  );
  expect(refused.filter((file) => file?.startsWith('server/') || file?.startsWith('main/')).sort()).toEqual([
    'main/planted.ts',
    'server/planted.ts',
  ]);
});
