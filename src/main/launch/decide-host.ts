/**
 * Which host `npm start` opens the console in, as one table. Pure: it is asked again after every fact it wanted,
 * and whatever it is told, it ends in the desktop or in the browser with a reason.
 */

export interface HostFacts {
  platform: NodeJS.Platform;
  /** A screen to open a window on; only Linux and its kin can be without one. */
  display: boolean;
  /** Chromium's sandbox does not start for root, and without it we do not start Chromium. */
  root: boolean;
  /** ELECTRON_DISABLE_SANDBOX is set: the user has decided. */
  sandboxWaived: boolean;
  /** `absent`: installed without its runtime · `not_downloaded`: and it could not be had. */
  runtime: 'present' | 'absent' | 'not_downloaded' | 'not_installed';
  trial: 'untried' | 'starts' | 'missing_library' | 'fails';
}

export type WhyBrowser =
  | 'no_display'
  | 'root'
  | 'not_installed'
  | 'not_downloaded'
  | 'missing_library'
  | 'fails'
  | 'stopped_at_once';

export type NextStep =
  | { step: 'download' }
  | { step: 'try' }
  | { step: 'desktop' }
  | { step: 'browser'; why: WhyBrowser };

/** The cheapest reason first: nothing is downloaded that could not be shown. */
export function decideHost(facts: HostFacts): NextStep {
  if (hasDisplayServer(facts.platform)) {
    if (!facts.display) return { step: 'browser', why: 'no_display' };
    if (facts.root && !facts.sandboxWaived) return { step: 'browser', why: 'root' };
  }
  if (facts.runtime === 'not_installed' || facts.runtime === 'not_downloaded') {
    return { step: 'browser', why: facts.runtime };
  }
  if (facts.runtime === 'absent') return { step: 'download' };
  switch (facts.trial) {
    case 'untried':
      return { step: 'try' };
    case 'starts':
      return { step: 'desktop' };
    case 'missing_library':
    case 'fails':
      return { step: 'browser', why: facts.trial };
  }
}

function hasDisplayServer(platform: NodeJS.Platform): boolean {
  return platform !== 'darwin' && platform !== 'win32';
}

export interface ExitFacts {
  code: number | null;
  signal: NodeJS.Signals | null;
  aliveMs: number;
  /** Somebody asked it to stop. */
  stopped: boolean;
}

const EARLY_MS = 15_000;

/**
 * Whether the desktop never came up, so that the browser should have its turn: it died on its own, early, and
 * had not told the user why (`explainedCode`).
 */
export function neverCameUp(exit: ExitFacts, explainedCode: number): boolean {
  return !exit.stopped && exit.aliveMs < EARLY_MS && exit.code !== 0 && exit.code !== explainedCode;
}
