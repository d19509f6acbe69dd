/** What a menu asks of the console reaches every page once, and a page that comes later hears the last of it. */
import { expect, test } from 'vitest';
import { createCommands } from '#core/host/commands.ts';
import type { Command } from '#shared/model/host.ts';

const desk: Command = { kind: 'navigate', screen: 'desk' };
const settings: Command = { kind: 'navigate', screen: 'settings' };
const palette: Command = { kind: 'palette' };

test('every page hears every command, in order', async () => {
  const commands = createCommands();
  const pages = [commands.listen(undefined), commands.listen(undefined)];
  const first = pages.map((page) => page.next());
  commands.send(desk);
  commands.send(palette);
  expect((await Promise.all(first)).map(({ value }) => value)).toEqual([desk, desk]);
  const second = await Promise.all(pages.map((page) => page.next()));
  expect(second.map(({ value }) => value)).toEqual([palette, palette]);
});

test('of what was sent while no page listened, the next page hears the last, and no other page hears it again', async () => {
  const commands = createCommands();
  commands.send(desk);
  commands.send(settings);
  const page = commands.listen(undefined);
  expect((await page.next()).value).toEqual(settings);
  const later = commands.listen(undefined);
  const heard = later.next();
  commands.send(palette);
  expect((await heard).value).toEqual(palette);
});

test('a page that has gone takes no command with it', async () => {
  const commands = createCommands();
  const gone = new AbortController();
  const page = commands.listen(gone.signal);
  const next = page.next();
  gone.abort();
  expect((await next).done).toBe(true);
  commands.send(desk);
  expect((await commands.listen(AbortSignal.abort()).next()).done).toBe(true);
  expect((await commands.listen(undefined).next()).value).toEqual(desk);
});

test('closing ends every listener, once it has heard what was sent', async () => {
  const commands = createCommands();
  const page = commands.listen(undefined);
  const first = page.next();
  commands.send(desk);
  commands.send(palette);
  commands.close();
  expect((await first).value).toEqual(desk);
  expect((await page.next()).value).toEqual(palette);
  expect((await page.next()).done).toBe(true);
});
