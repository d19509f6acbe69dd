/** Which packages a built file imports at run time, read by a parser rather than guessed. */
import { isBuiltin } from 'node:module';
import { parseSync } from 'vite';

/** What the file imports beside its neighbours, Node's own modules and Electron: `@orpc/server/fetch`, `axios`, … */
export function importsIn(file: string, source: string): string[] {
  const { module } = parseSync(file, source);
  const given = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => source.slice(start + 1, end - 1)),
    ...[...source.matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map(([, name = '']) => name),
  ];
  const foreign = given.filter((name) => !/^[./]/.test(name) && !isBuiltin(name) && name !== 'electron');
  return [...new Set(foreign)];
}

/** The package that an import names: `@orpc/server` of `@orpc/server/fetch`. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
