/** Requests that share a connection without waiting for each other: the end of one is not the end of the rest. */
import { expect, test } from 'vitest';
import { ended, open, requestFor, statusesIn } from '../faults/raw-http.ts';
import { openListener } from './open-listener.ts';

/** Visits that wait until the test lets each of them go on, by its code. */
function heldVisits() {
  const held = new Map<string, () => void>();
  async function visit({ code }: { code: string | undefined }) {
    await new Promise<void>((resolve) => held.set(code ?? '', resolve));
    return { kind: 'result', key: `k${code}` } as const;
  }
  return { held, visit };
}

test('a listener that closes answers all that were asked on one connection', async () => {
  const { held, visit } = heldVisits();
  const { listener, url } = await openListener({ visit });
  const socket = open(url);
  let answered = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    answered += chunk;
  });
  socket.write(['A', 'B', 'C'].map((code) => requestFor(url, `/callback?code=${code}`)).join(''));
  await expect.poll(() => held.size).toBe(3);
  const closed = listener.close();
  held.get('A')?.();
  await expect.poll(() => statusesIn(answered)).toEqual([303]);
  for (const code of ['C', 'B']) held.get(code)?.();
  await ended(socket);
  await closed;
  expect(statusesIn(answered)).toEqual([303, 303, 303]);
  expect(answered.match(/\/r\/k\w/g)).toEqual(['/r/kA', '/r/kB', '/r/kC']);
});

test('an idle connection does not hold a closing listener up', async () => {
  const { listener, url } = await openListener();
  const socket = open(url);
  socket.write(requestFor(url, '/healthz') + requestFor(url, '/healthz'));
  let answered = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    answered += chunk;
  });
  await expect.poll(() => statusesIn(answered)).toEqual([200, 200]);
  const startedAt = performance.now();
  await listener.close();
  expect(performance.now() - startedAt).toBeLessThan(3000);
});
