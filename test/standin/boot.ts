/**
 * From the command line to `ready`, in the order Playwright and Electron's own start count on: the API, the
 * modules given by -r, the app's file, Chromium, the port's line, `ready`.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readArguments, switches } from './command-line.ts';

// The command line first of all: modules below read it.
process.argv = [process.env.ELECTRON_STANDIN_EXECUTABLE ?? 'electron', ...process.argv.slice(2)];
const { preloads, app: place } = readArguments(process.argv.slice(1));
const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string };
if (process.argv.includes('--version') || process.argv.includes('-v')) {
  process.stdout.write(`v${version}\n`);
  process.exit(0);
}
for (const [name, value] of [
  ['electron', version],
  ['chrome', '0.0.0.0'],
] as const) {
  Object.defineProperty(process.versions, name, { value, enumerable: true });
}
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: dirname(process.argv[0] ?? '') });

const { app, abort, endInOrder, lifecycle } = await import('./app/app.ts');
const { startChromium } = await import('./chromium/chromium.ts');
const { interceptDownloads } = await import('./window/downloads.ts');
const { offerElectron } = await import('./offer.ts');

/** Node's loader, as far as Electron uses it too. */
const loader = Module as unknown as {
  _preloadModules(modules: readonly string[]): void;
  _resolveFilename(request: string, parent: null, isMain: boolean): string;
};

offerElectron();
endInOrder();
loader._preloadModules(preloads);
await loadApp(resolve(place ?? abort('not in the stand-in: a start without an app')));
// A second instance has quit by now; and the app has said where its data is.
if (lifecycle.state() === 'running') await becomeReady();

async function loadApp(folder: string): Promise<void> {
  const manifest = join(folder, 'package.json');
  const facts = existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, 'utf8')) as { productName?: string; name: string; version: string })
    : { name: 'Electron', version };
  app._describe({ name: facts.productName ?? facts.name, version: facts.version, folder });
  try {
    await import(pathToFileURL(loader._resolveFilename(folder, null, true)).href);
  } catch (error) {
    abort(`App threw an error during load\n${error instanceof Error ? error.stack : error}`);
  }
}

async function becomeReady(): Promise<void> {
  const profile = join(app.getPath('sessionData'), 'standin-chromium');
  mkdirSync(profile, { recursive: true });
  const chromium = await startChromium(profile, switches).catch((error) => abort(String(error)));
  const ended = () => {
    if (lifecycle.state() === 'exiting') return;
    // A signal to the whole process group ends both of us.
    if (lifecycle.state() === 'quitting') app.exit(0);
    else abort('the stand-in’s Chromium ended by itself');
  };
  chromium.gone.then(ended, ended);
  await interceptDownloads(chromium.browser);
  // At the start of a line, and only now: Playwright connects as soon as it reads this.
  if (chromium.endpoint) process.stderr.write(`\n${chromium.endpoint}\n`);
  app._becomeReady();
}
