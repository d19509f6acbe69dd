/** Backups, export and import over the core. */
import type { App } from '#core/app.ts';
import type { Base } from './base.ts';

export function safekeepingProcedures({ safekeeping: os }: Base, { safekeeping }: App) {
  return {
    backups: os.backups.handler(() => ({ items: safekeeping.backups() })),
    restore: os.restore.handler(({ input }) => safekeeping.restore(input.name)),
    exportSettings: os.exportSettings.handler(({ input }) => safekeeping.export(input.password)),
    importSettings: os.importSettings.handler(({ input }) => safekeeping.import(input)),
  };
}
