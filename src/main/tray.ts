/**
 * The tray: the status at a glance, and the way back to the desk. The rule: it is drawn again only when what it
 * says has changed, since a menu that is replaced closes under the user's hand.
 */
import type { Menu, Tray } from 'electron';
import type { App } from '#core/app.ts';
import type { Clock, Logger } from '#core/environment.ts';
import type { Language } from '#shared/model/host.ts';
import { troubleOf } from './account-health.ts';
import { type TrayFacts, trayLines, trayTemplate, trayTooltip } from './tray-menu.ts';

/** Enough scans to find one that says something about the account. */
const LATEST = 20;
/** A burst of scans is one drawing; a new day and what the console changed are seen within ten seconds. */
const BURST_MS = 1_000;
const EVERY_MS = 10_000;

type Core = Pick<App, 'host' | 'accounts' | 'scans'>;

/** What the core knows at this moment. */
function trayFacts({ host, accounts, scans }: Core, language: Language, now: number): TrayFacts {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  return {
    language,
    callback: host.status().callback,
    today: scans.summaryNow({ from: new Date(midnight).toISOString() }),
    accounts: accounts.list().map((account) => ({
      name: account.name,
      trouble: troubleOf(account, scans.list({ accountId: account.id, limit: LATEST }).items),
    })),
  };
}

export interface TrayDependencies {
  core: Core;
  createTray(): Pick<Tray, 'setToolTip' | 'setContextMenu' | 'on' | 'destroy'>;
  language(): Language;
  clock: Clock;
  logger: Logger;
  buildMenu: typeof Menu.buildFromTemplate;
  actions: { open(): void; quit(): void };
}

export interface ConsoleTray {
  /** Draws what has changed, now. */
  refresh(): void;
  close(): void;
}

export function openTray({ core, actions, ...dependencies }: TrayDependencies): ConsoleTray {
  const { clock, logger, language, buildMenu } = dependencies;
  const tray = dependencies.createTray();
  const ending = new AbortController();
  let drawn = '';
  let burst: ReturnType<typeof setTimeout> | undefined;

  function refresh(): void {
    try {
      const facts = trayFacts(core, language(), clock.now());
      const lines = JSON.stringify([facts.language, trayLines(facts)]);
      if (lines === drawn) return;
      tray.setToolTip(trayTooltip(facts));
      tray.setContextMenu(buildMenu(trayTemplate(facts, actions)));
      drawn = lines;
    } catch (error) {
      logger.error({ err: error }, 'the tray was not drawn');
    }
  }

  async function follow(): Promise<void> {
    for await (const _change of core.scans.changes(undefined, ending.signal)) {
      if (ending.signal.aborted) return;
      burst ??= setTimeout(() => {
        burst = undefined;
        refresh();
      }, BURST_MS);
    }
  }

  tray.on('click', () => actions.open());
  refresh();
  const timer = setInterval(refresh, EVERY_MS);
  follow().catch((error: unknown) => {
    if (!ending.signal.aborted) logger.error({ err: error }, 'the tray no longer hears of scans');
  });
  return {
    refresh,
    close() {
      ending.abort();
      clearInterval(timer);
      clearTimeout(burst);
      tray.destroy();
    },
  };
}
