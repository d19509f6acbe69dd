/**
 * `npm start`, in plain Node: opens the console in Electron when its runtime is there, can be had and starts
 * here; else says why in one line and serves the same console to the browser. The rule: whichever it is, the
 * user sees where the console is, and Ctrl-C ends all of it.
 */
import { join } from 'node:path';
import { EXPLAINED } from './exit-codes.ts';
import { serveInBrowser } from './launch/browser-host.ts';
import { decideHost, type HostFacts, neverCameUp, type WhyBrowser } from './launch/decide-host.ts';
import { type ElectronRuntime, findElectron } from './launch/electron-runtime.ts';
import { exitCodeOf, supervise } from './launch/supervise.ts';
import { DOWNLOADING, explain } from './launch/wording.ts';

/** Only a download that is under way is worth a line; one that fails at once is not. */
const DOWNLOAD_NEWS_MS = 3_000;

// Who reads our lines may stop reading ("npm start | head"); the console stays served.
process.stdout.on('error', () => undefined);
process.exitCode = await launch();

/** Resolves with the exit code once the console is closed. */
async function launch(): Promise<number> {
  const { env } = process;
  const electron = findElectron(import.meta.filename, env);
  const facts: HostFacts = {
    platform: process.platform,
    display: Boolean(env.DISPLAY || env.WAYLAND_DISPLAY),
    root: process.getuid?.() === 0,
    sandboxWaived: Boolean(env.ELECTRON_DISABLE_SANDBOX),
    runtime: electron.state(),
    trial: 'untried',
  };
  let detail: string | null = null;

  for (;;) {
    const next = decideHost(facts);
    switch (next.step) {
      case 'download':
        facts.runtime = (await download(electron)) ? 'present' : 'not_downloaded';
        break;
      case 'try':
        ({ trial: facts.trial, detail } = await electron.try());
        break;
      case 'desktop': {
        const exit = await openDesktop(electron.path() ?? 'electron');
        if (!neverCameUp(exit, EXPLAINED)) return exitCodeOf(exit);
        return openInBrowser('stopped_at_once', exit.signal);
      }
      case 'browser':
        return openInBrowser(next.why, detail);
    }
  }

  function openInBrowser(why: WhyBrowser, aside: string | null): Promise<number> {
    process.stdout.write(`${explain(why, aside)}\n`);
    return serveInBrowser({
      entry: join(import.meta.dirname, 'headless.js'),
      args: process.argv.slice(2),
      env,
      display: facts.display,
    });
  }
}

async function download(electron: ElectronRuntime): Promise<boolean> {
  const news = setTimeout(() => process.stdout.write(`${DOWNLOADING}\n`), DOWNLOAD_NEWS_MS);
  try {
    return await electron.download();
  } finally {
    clearTimeout(news);
  }
}

/** Chromium's own chatter is kept off the screen; what matters goes to the log and to boxes. */
function openDesktop(executable: string) {
  const project = join(import.meta.dirname, '..', '..');
  // Terminals inside editors may have it set, and then Electron would not be Electron.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return supervise(executable, [project], { env, stdio: ['ignore', 'inherit', 'ignore'] }).ended;
}
