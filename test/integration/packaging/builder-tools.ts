/** What electron-builder itself uses, as it finds it: its schema, its archive format, its fuses. */
import { createRequire } from 'node:module';

interface Asar {
  /** Every entry, with a leading separator. */
  listPackage(archive: string): string[];
  extractAll(archive: string, folder: string): void;
}

interface Fuses {
  FuseV1Options: Record<string, number | string>;
  getCurrentFuseWire(executable: string): Promise<Record<number, number>>;
}

interface Schema {
  /** Rejects with what is wrong with a configuration. */
  validateConfiguration(configuration: object, debugLogger: { isEnabled: boolean }): Promise<void>;
}

const fromProject = createRequire(import.meta.url);
const fromBuilder = createRequire(
  createRequire(fromProject.resolve('electron-builder')).resolve('app-builder-lib'),
);

export const asar: Asar = fromBuilder('@electron/asar');
export const fuses: Fuses = fromBuilder('@electron/fuses');
export const schema: Schema = fromBuilder('./util/config/config.js');
