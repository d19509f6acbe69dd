/** The real electron-updater asks a real server: what it finds, and what the server learns of who asks. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const DESKTOP = join(import.meta.dirname, 'packaged-desktop.ts');

function release(version: string): string {
  const file = `FollowDesk-${version}-linux-x86_64.AppImage`;
  const sha512 = Buffer.alloc(64, 7).toString('base64');
  return `version: ${version}\nfiles:\n  - url: ${file}\n    sha512: ${sha512}\n    size: 9\npath: ${file}\nsha512: ${sha512}\n`;
}

/** A server of releases with this answer; it keeps what it was asked. */
async function serveReleases(status: number, body: string) {
  const asked: { path: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url?.split('?')[0] ?? '', headers: request.headers });
    response.writeHead(status, { 'set-cookie': 'planted=1' }).end(body);
  });
  onTestFinished(() => void server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { asked, url: `http://127.0.0.1:${port}/followdesk` };
}

/** One packaged desktop that checks once; null: a build that was given no address. */
async function checkFrom(
  url: string | null,
): Promise<{ possible: boolean; boxes: string[]; lines: string[] }> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'resources'));
  if (url !== null) {
    const feed = `provider: generic\nurl: ${url}\nupdaterCacheDirName: followdesk-updater\n`;
    writeFileSync(join(folder, 'resources/app-update.yml'), feed);
  }
  const { stdout } = await promisify(execFile)(process.execPath, [DESKTOP, folder], {
    env: { PATH: process.env.PATH, HOME: folder, XDG_CACHE_HOME: folder, APPIMAGE: join(folder, 'app') },
  });
  return JSON.parse(stdout);
}

test('finds a newer version, and the server cannot tell who asked', async () => {
  const { url, asked } = await serveReleases(200, release('0.2.0'));
  expect(await checkFrom(url)).toEqual({
    possible: true,
    boxes: ['FollowDesk 0.2.0 is available'],
    lines: [],
  });
  await checkFrom(url);
  expect(asked).toHaveLength(2);
  const [first, second] = asked.map(({ path, headers: { host, connection, ...headers } }) => [path, headers]);
  expect(first).toEqual(second);
  expect(asked[0]?.headers['x-user-staging-id']).toBe('00000000-0000-0000-0000-000000000000');
});

test('an older or equal version is none', async () => {
  for (const version of ['0.1.0', '0.0.9']) {
    const { url } = await serveReleases(200, release(version));
    expect((await checkFrom(url)).boxes).toEqual(['FollowDesk is up to date']);
  }
});

test('a server that fails is one box and one line, which quotes nothing', async () => {
  const { url } = await serveReleases(500, 'planted body');
  const { boxes, lines } = await checkFrom(url);
  expect(boxes).toEqual(['FollowDesk could not be updated']);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('planted');
});

test('a build without an address asks nobody', async () => {
  expect(await checkFrom(null)).toEqual({ possible: false, boxes: [], lines: [] });
});
