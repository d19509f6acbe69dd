/** Runs the simulator alone: `npm run simulate -- --port 5190 --fault slow=500 --set kind=test`. */
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { parseSetting, settingList } from './app-settings.ts';
import { type AppSettings, defaultApp } from './apps.ts';
import { type FaultName, faultKinds, faultNames, isFaultName } from './fault-kinds.ts';
import type { FaultOptions } from './faults.ts';
import { type Simulator, startSimulator } from './platform.ts';

const usage = `Usage: npm run simulate -- [--port 5190] [--host 127.0.0.1] [--latency MS] [--fault NAME[=N]]… [--set NAME=VALUE]…`;

interface Choices {
  host: string;
  port: number;
  latencyMs: number;
  faults: { name: FaultName; options: FaultOptions }[];
  settings: AppSettings;
}

/** Says one line and ends with status 1. */
function giveUp(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function wholeNumber(text: string, name: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= most)) giveUp(`${name} must be a whole number from 0 to ${most}, not "${text}".\n${usage}`);
  return value;
}

function readSetting(text: string): AppSettings {
  const setting = parseSetting(text);
  if (!('unreadable' in setting)) return setting;
  return giveUp(`--set ${text} cannot be read. There are:\n${settingList()}`);
}

function readFault(text: string): Choices['faults'][number] {
  const [name = '', value] = text.split('=', 2);
  if (!isFaultName(name)) giveUp(`No fault is called "${name}". There are: ${faultNames.join(', ')}.`);
  if (value === undefined) return { name, options: {} };
  // Only time can go backwards.
  const sign = faultKinds[name].value.means === 'seconds' && value.startsWith('-') ? -1 : 1;
  const count = sign * wholeNumber(sign < 0 ? value.slice(1) : value, `--fault ${name}`, 86_400_000);
  return { name, options: faultKinds[name].value.means === 'times' ? { times: count } : { value: count } };
}

function readChoices(): Choices {
  try {
    const { values } = parseArgs({
      options: {
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '5190' },
        latency: { type: 'string', default: '0' },
        fault: { type: 'string', multiple: true, default: [] },
        set: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(
        `${usage}\n\n  Faults\n${faultList()}\n\n  Settings of the account\n${settingList()}\n`,
      );
      process.exit(0);
    }
    return {
      host: values.host,
      port: wholeNumber(values.port, '--port', 65_535),
      latencyMs: wholeNumber(values.latency, '--latency', 86_400_000),
      faults: values.fault.map(readFault),
      settings: Object.assign({}, ...values.set.map(readSetting)),
    };
  } catch (error) {
    return giveUp(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

function faultList(): string {
  const width = Math.max(...faultNames.map((name) => name.length));
  return faultNames.map((name) => `    ${name.padEnd(width)}  ${faultKinds[name].what}`).join('\n');
}

/** The addresses a phone on the same network can use, when we listen on all of them. */
function lanUrls(host: string, url: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [];
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${new URL(url).port}`);
}

function announce({ url, apps, accountUrl }: Simulator, { host, faults }: Choices): string {
  const accounts = apps.map(
    ({ appId, appSecret, name }) => `  公众号      ${name}
  AppID       ${appId}
  AppSecret   ${appSecret}
  Followers   ${accountUrl(appId)}`,
  );
  const on = faults.map(({ name }) => name).join(', ') || 'none';
  return `
微信模拟器 WeChat simulator

  URL         ${[url, ...lanUrls(host, url)].join('  ')}
${accounts.join('\n')}

  To use it, add an account with this AppID and AppSecret, and set both
  its API base URL and its authorize base URL to the URL above.

  Faults on: ${on}. Switch with --fault NAME[=N], or while it runs:
    curl -X PUT ${url}/simulator/faults -d '{"faults":[{"name":"quota","times":3}]}'
${faultList()}

  Settings of the account, with --set NAME=VALUE, or while it runs:
    curl -X POST ${url}/simulator/apps/${apps[0]?.appId} -d '{"ipWhitelist":["198.51.100.4"]}'
${settingList()}

  Ctrl+C stops it.
`;
}

async function freePort(host: string): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const probe = createServer().listen(0, host, () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
  });
  return promise;
}

async function start({ host, port, latencyMs, settings }: Choices): Promise<Simulator> {
  try {
    return await startSimulator({ host, port, latencyMs, apps: [{ ...defaultApp, ...settings }] });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      giveUp(`Port ${port} is in use. Try: npm run simulate -- --port ${await freePort(host)}`);
    }
    return giveUp(`Cannot listen on ${host}:${port} (${code ?? error}).`);
  }
}

const choices = readChoices();
const simulator = await start(choices);
for (const { name, options } of choices.faults) simulator.faults.on(name, options);
process.stdout.write(announce(simulator, choices));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.close());
}
