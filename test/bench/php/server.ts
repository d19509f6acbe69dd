/** The original flow under PHP's own server with four workers. The rule: each of its processes is ended by its id. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { appId, appSecret } from '../wechat-standin.ts';

/** PHP_CLI_SERVER_WORKERS; the process that starts them serves as well. */
const workers = 4;
const startLimitMs = 10_000;
/** Each callback makes so many calls, one after the other. */
const callsEach = 3;

export interface PhpServer {
  /** The first process and its workers. */
  pids: readonly number[];
  url: string;
  roundMs(phones: number, latencyMs: number): number;
  close(): Promise<void>;
}

/** It cannot choose a port by itself. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(port: number): Promise<void> {
  const endsAt = performance.now() + startLimitMs;
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch {
      if (performance.now() > endsAt) throw new Error('php -S did not start');
      await setTimeout(50);
    } finally {
      socket.destroy();
    }
  }
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children
    .split(' ')
    .map(Number)
    .filter((child) => child > 0);
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It went with the first one.
  }
}

export async function startPhp(wechatUrl: string): Promise<PhpServer> {
  const port = await freePort();
  const child = spawn('php', ['-S', `127.0.0.1:${port}`, join(import.meta.dirname, 'origin.php')], {
    // It writes a line for every request.
    stdio: 'ignore',
    env: {
      ...process.env,
      PHP_CLI_SERVER_WORKERS: String(workers),
      WECHAT_URL: wechatUrl,
      appId,
      appSecret,
    },
  });
  const gone = once(child, 'exit');
  await answers(port);
  const { pid = 0 } = child;
  const pids = [...childrenOf(pid), pid];
  function endAll(): void {
    for (const one of pids) end(one);
  }
  process.once('exit', endAll);
  return {
    pids,
    url: `http://127.0.0.1:${port}`,
    roundMs: (phones, latencyMs) => (phones / (workers + 1)) * callsEach * latencyMs,
    async close() {
      process.removeListener('exit', endAll);
      endAll();
      await gone;
    },
  };
}
