/** The fallback of `npm start`, as processes: a driver that serves, and a host that says what the headless one would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const module = new URL('../../../../src/main/launch/browser-host.ts', import.meta.url).href;
const driver = `
  import { serveInBrowser } from '${module}';
  process.exitCode = await serveInBrowser({ ...JSON.parse(process.env.HOST), env: process.env, display: false });
`;
const ready = {
  event: 'ready',
  callbackUrl: 'http://127.0.0.1:4001',
  consoleUrl: 'http://127.0.0.1:4002',
  consoleToken: 'token-of-this-run',
  sandboxUrl: null,
};

describe('the console in the browser', () => {
  let folder: string;
  let dataFolder: string;
  let running: ChildProcess[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'followdesk-launch-'));
    dataFolder = join(folder, 'data');
    running = [];
  });
  afterEach(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  /** Serves a host made of this source, which finds its flags in `flags`. */
  async function serve(source: string, args: string[] = []) {
    const entry = join(folder, 'host.mjs');
    await writeFile(entry, `const flags = process.argv.slice(2);\n${source}`);
    const child = spawn(process.execPath, ['--input-type=module', '-e', driver], {
      env: {
        ...process.env,
        FOLLOWDESK_DATA_DIR: dataFolder,
        HOST: JSON.stringify({ entry, args }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    const ended = Promise.withResolvers<number | null>();
    child.on('close', ended.resolve);
    return { child, ended: ended.promise, screen: text(child.stdout), errors: text(child.stderr) };
  }

  const say = (facts: object) => `console.log(${JSON.stringify(JSON.stringify(facts))});`;
  const stayUntilTerminated = `
    import { writeFileSync } from 'node:fs';
    const alive = setInterval(() => {}, 1000);
    process.on('SIGTERM', () => { clearInterval(alive); writeFileSync(${JSON.stringify('CLOSED')}, 'in order'); });
  `;

  it('prints the link, the token and the callback address', async () => {
    const link = `${ready.consoleUrl}/session?link=once`;
    const { ended, screen, errors } = await serve(say({ ...ready, consoleLink: link }));
    expect(await ended).toBe(0);
    expect(await screen).toContain(link);
    expect(await screen).toContain(ready.consoleToken);
    expect(await screen).toContain(ready.callbackUrl);
    expect(await screen).not.toContain('"event"');
    expect(await errors).toBe('');
  });

  it('prints the console’s address when there is no link', async () => {
    const { screen } = await serve(say(ready));
    expect(await screen).toContain(ready.consoleUrl);
  });

  it('asks for the sandbox on a first run, and never again', async () => {
    const first = await serve('console.log(flags.join());', ['--console-port', '0']);
    expect(await first.screen).toBe('--console-port,0,--sandbox\n');
    await mkdir(dataFolder, { recursive: true });
    await writeFile(join(dataFolder, 'settings.json'), '{}');
    const second = await serve('console.log(flags.join());');
    expect(await second.screen).toBe('\n');
  });

  it('keeps the log off the screen, in a file', async () => {
    const { ended, errors } = await serve(`console.error('{"level":"info","msg":"hello"}');${say(ready)}`);
    await ended;
    expect(await errors).toBe('');
    expect(await readFile(join(dataFolder, 'logs', 'followdesk.log'), 'utf8')).toBe(
      '{"level":"info","msg":"hello"}\n',
    );
  });

  it('shows why the host could not start, and ends with its code', async () => {
    const { ended, errors } = await serve(`console.error('Port 80 is in use.'); process.exitCode = 1;`);
    expect(await ended).toBe(1);
    expect(await errors).toBe('Port 80 is in use.\n');
  });

  it('says where the log is when the host ended without a word', async () => {
    const { ended, errors } = await serve('process.exitCode = 3;');
    expect(await ended).toBe(3);
    expect(await errors).toContain(join(dataFolder, 'logs', 'followdesk.log'));
  });

  it('passes a signal on, waits until the host has closed, and ends well', async () => {
    const closed = join(folder, 'closed');
    const source = stayUntilTerminated.replace('"CLOSED"', JSON.stringify(closed)) + say(ready);
    const { child, ended } = await serve(source);
    const started = Promise.withResolvers<void>();
    child.stdout?.on('data', (shown) => String(shown).includes('Ctrl-C') && started.resolve());
    await started.promise;
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(closed)).toBe(true);
  });
});
