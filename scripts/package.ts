/**
 * `npm run package`: packs what `npm run build` built for this platform. The rule: what is missing is said in one
 * line and exits 1; nothing is ever published from here.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'electron-builder';
import { describePackages, readPackaging } from '../electron-builder.config.ts';
import { explainFailure } from './explain-failure.ts';

const USAGE = `npm run package [-- options]
  --dir          only the unpacked app, no installers
  --qa           the build that Playwright can drive (as FOLLOWDESK_QA=1)
  --output DIR   where to (out/packages/release or out/packages/qa)

FOLLOWDESK_UPDATE_URL=https://…      where this build may look for updates; without it, it never does
ELECTRON_MIRROR=…                    where Electron's runtime is downloaded from
ELECTRON_BUILDER_BINARIES_MIRROR=…   where the packaging tools are downloaded from
ELECTRON_OVERRIDE_DIST_PATH=DIR      an unpacked runtime to use instead of a download
`;

// The downloader leaves timers behind that would keep a failed run waiting for half a minute.
process.exit(await packDesktop(process.argv.slice(2), process.env));

/** Resolves with the exit code. */
async function packDesktop(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  try {
    const { dir, qa, output, help } = readOptions(args);
    if (help) {
      process.stdout.write(USAGE);
      return 0;
    }
    const config = describePackages(readPackaging(qa ? { ...env, FOLLOWDESK_QA: '1' } : env));
    await build({
      projectDir: resolve(import.meta.dirname, '..'),
      dir,
      publish: 'never',
      config: {
        ...config,
        electronDist: env.ELECTRON_OVERRIDE_DIST_PATH ?? null,
        directories: { ...config.directories, ...(output === undefined ? {} : { output: resolve(output) }) },
      },
    });
    return 0;
  } catch (error) {
    process.stderr.write(`${explainFailure(error)}\n`);
    return 1;
  }
}

function readOptions(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      dir: { type: 'boolean', default: false },
      qa: { type: 'boolean', default: false },
      output: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values;
}
