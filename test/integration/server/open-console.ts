/** A console listener on a real socket, over an app of which each test says only what it needs, or a whole one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { App } from '#core/app.ts';
import { createConsoleServer } from '#server/console/http.ts';
import { createRouter } from '#server/router/router.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { recordingLogger } from '../../support/recording-logger.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ask } from './open-listener.ts';

export const token = 'console-token-of-this-test';
export const bearer = { authorization: `Bearer ${token}` };

/** What was not said does not exist: touching it fails. Nothing is locked unless a test says so. */
export function partialApp(said: { [Noun in keyof App]?: Partial<App[Noun]> }): App {
  const lock: Partial<App['lock']> = { now: () => ({ isLocked: false, isKiosk: false }) };
  return { lock, ...said } as App;
}

/** What the build leaves behind, as small as it can be. */
function builtConsole(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>FollowDesk</title>');
  writeFileSync(join(folder, 'assets/index-Bx1y2z3.js'), 'export {};');
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return folder;
}

export async function openConsole(app: App, staticFolder = builtConsole()) {
  const logger = recordingLogger();
  const clock = manualClock();
  const router = createRouter(app, logger);
  const desk = await createConsoleServer({ app, router, port: 0, token, staticFolder, clock, logger });
  onTestFinished(() => desk.close());

  /** A call of the REST API with the token; `body` is sent as JSON. */
  async function rest(method: string, path: string, body?: unknown) {
    const json = { 'content-type': 'application/json' };
    const headers: Record<string, string> = body === undefined ? bearer : { ...bearer, ...json };
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const answer = await ask(`${desk.url}/api${path}`, { method, headers, body: sent });
    return { ...answer, json: answer.text === '' ? null : JSON.parse(answer.text) };
  }

  /** The cookie a browser has after the one-time link. */
  async function signIn(): Promise<string> {
    const answer = await ask(desk.newLink());
    const [cookie = ''] = (answer.headers['set-cookie'] ?? '').split(';');
    return cookie;
  }

  /** The same as `rest`, from our own page in a signed-in browser. */
  async function person(method: string, path: string, body?: unknown) {
    const headers: Record<string, string> = { cookie: await signIn(), origin: desk.url };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const answer = await ask(`${desk.url}/api${path}`, { method, headers, body: sent });
    return { ...answer, json: answer.text === '' ? null : JSON.parse(answer.text) };
  }

  return { ...desk, desk, logger, clock, rest, person, signIn };
}
