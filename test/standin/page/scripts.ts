/** The two scripts of a window as text. The preload is put inside, not evaluated: a page's policy is not in the way. */
import { readFileSync } from 'node:fs';
import { createCodec } from './codec.ts';
import { isolatedWorld } from './isolated-world.ts';
import { mainWorld } from './main-world.ts';
import { BINDING, type PageFacts, RECEIVER } from './messages.ts';

export function pageScripts(preload: string | undefined): { main: string; isolated: string } {
  const signal = `s${Math.random().toString(36).slice(2)}`;
  const names = { signal, binding: BINDING, receiver: RECEIVER };
  const { platform, arch, versions, argv } = process;
  const facts: PageFacts = { platform, arch, versions: { ...versions }, argv: argv.slice(0, 1) };
  const source = preload === undefined ? 'null' : wrapped(readFileSync(preload, 'utf8'));
  const given = [createCodec, JSON.stringify(names), JSON.stringify(facts), source];
  return {
    main: `(${mainWorld})('${signal}')`,
    isolated: `(${isolatedWorld})(${given.join(', ')})\n//# sourceURL=${preload ?? 'electron-standin'}`,
  };
}

function wrapped(source: string): string {
  return `function (require, module, exports, process) {${source}\n}`;
}
