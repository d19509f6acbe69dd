import { describe, expect, it } from 'vitest';
import { followCommands } from '#renderer/palette/follow-commands.ts';
import type { Command } from '#shared/model/host.ts';

const palette: Command = { kind: 'palette' };
const desk: Command = { kind: 'navigate', screen: 'desk' };

/** Follows feeds that say these commands one after the other, then what `last` does; answers what was heard. */
async function follow(feeds: (Command | Error)[][]) {
  const ending = new AbortController();
  const heard: Command[] = [];
  const pauses: number[] = [];
  let opened = 0;
  await followCommands({
    signal: ending.signal,
    async open() {
      const feed = feeds[opened] ?? [];
      opened += 1;
      if (opened > feeds.length) ending.abort();
      return (async function* () {
        for (const said of feed) {
          if (said instanceof Error) throw said;
          yield said;
        }
      })();
    },
    onCommand: (command) => heard.push(command),
    wait: async (ms) => void pauses.push(ms),
  });
  return { heard, pauses, opened };
}

describe('the host’s commands', () => {
  it('are heard in order', async () => {
    expect((await follow([[desk, palette]])).heard).toEqual([desk, palette]);
  });

  it('are heard again after the feed broke or ended, with a pause in between', async () => {
    const { heard, pauses, opened } = await follow([[desk, new Error('port closed')], [], [palette]]);
    expect(heard).toEqual([desk, palette]);
    expect(pauses).toEqual([1_000, 1_000, 1_000]);
    expect(opened).toBe(4);
  });

  it('are not heard once nobody listens', async () => {
    const ending = new AbortController();
    const heard: Command[] = [];
    await followCommands({
      signal: ending.signal,
      async open() {
        return (async function* () {
          yield palette;
          ending.abort();
          yield desk;
        })();
      },
      onCommand: (command) => heard.push(command),
      wait: () => Promise.reject(new Error('nothing to wait for')),
    });
    expect(heard).toEqual([palette]);
  });
});
