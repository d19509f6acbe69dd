/**
 * The one Chromium that shows the app's windows: driven by us over a pipe, and by Playwright over a port at the
 * same time. It stays in our process group, which is what Playwright ends as a last resort.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { findChromium } from '../../support/chromium-places.ts';
import { chromiumArguments } from './switches.ts';
import { createWire, type Wire } from './wire.ts';

const PATIENCE_MS = 1_500;
const KILL_PATIENCE_MS = 500;

export interface Chromium extends Omit<Wire, 'cut'> {
  /** "DevTools listening on ws://…", for Playwright; null when nobody asked for a port. */
  endpoint: string | null;
  /** Resolves when the process is gone, for whatever reason. */
  gone: Promise<void>;
  stop(): Promise<void>;
}

let running: Chromium | undefined;

/** The running one; windows need it. */
export function chromium(): Chromium {
  if (!running) throw new Error('the stand-in’s Chromium does not run yet');
  return running;
}

export async function startChromium(
  profile: string,
  switches: ReadonlyMap<string, string>,
): Promise<Chromium> {
  const executable = findChromium();
  if (executable === null) throw new Error('the stand-in found no Chromium: node test/support/chromium.ts');
  const child = spawn(executable, chromiumArguments(profile, switches), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const wire = createWire(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const gone = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
  gone.then(wire.cut, wire.cut);

  async function stop(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    wire.browser.send('Browser.close').catch(() => undefined);
    if (await endsWithin(PATIENCE_MS)) return;
    child.kill('SIGKILL');
    // Bounded: a killed Chromium was once seen to stay a zombie for good.
    await endsWithin(KILL_PATIENCE_MS);
  }
  function endsWithin(milliseconds: number): Promise<boolean> {
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, milliseconds, false));
    return Promise.race([gone.then(() => true), late]);
  }

  const [endpoint] = await Promise.all([
    switches.has('remote-debugging-port') ? endpointLine(child.stderr as Readable) : null,
    wire.browser.send('Target.setDiscoverTargets', { discover: true }),
  ]);
  running = { browser: wire.browser, session: wire.session, endpoint, gone, stop };
  return running;
}

/** The line that names the port; Chromium's other chatter is dropped unless asked for. */
function endpointLine(errors: Readable): Promise<string> {
  return new Promise((resolve) => {
    createInterface({ input: errors }).on('line', (line) => {
      if (line.startsWith('DevTools listening on ')) resolve(line);
      else if (process.env.ELECTRON_STANDIN_VERBOSE) process.stderr.write(`[chromium] ${line}\n`);
    });
  });
}
