/**
 * Settings that the operating system draws: the theme of frames, menus and boxes, and the menu's language. The
 * console changes settings through the router, so the host is wrapped and whatever changes is applied at once.
 */
import type { Host } from '#core/host/host.ts';
import type { Settings } from '#shared/model/host.ts';

/** The same host; `apply` gets the settings in force now, and again after every change. */
export function applySettings<H extends Pick<Host, 'settings' | 'changeSettings'>>(
  host: H,
  apply: (settings: Settings) => void,
): H {
  apply(host.settings());
  return {
    ...host,
    async changeSettings(patch: Parameters<Host['changeSettings']>[0]) {
      const settings = await host.changeSettings(patch);
      apply(settings);
      return settings;
    },
  };
}
