/** The listener moves without a gap, says why it cannot, and closes without dropping whom it serves. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { ask, newListener, openListener } from './open-listener.ts';

async function takenPort(host = '127.0.0.1'): Promise<number> {
  const server = createServer().listen({ host, port: 0 });
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** A visit that waits until the test lets it go on. */
function heldVisit() {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  async function visit() {
    arrive();
    await released;
    return { kind: 'result', key: 'k1' } as const;
  }
  return { arrived, release, visit };
}

async function isUp(url: string): Promise<boolean> {
  return ask(`${url}/healthz`).then(
    ({ status }) => status === 200,
    () => false,
  );
}

test('a taken port is an answer that offers a free one', async () => {
  const port = await takenPort();
  const { listener } = newListener();
  const state = await listener.listen({ host: '127.0.0.1', port });
  expect(state).toMatchObject({ state: 'failed', code: 'PORT_IN_USE', port });
  if (state.state !== 'failed' || state.offeredPort === null) throw new Error('no port was offered');
  expect(await listener.listen({ host: '127.0.0.1', port: state.offeredPort })).toEqual({
    state: 'listening',
    url: `http://127.0.0.1:${state.offeredPort}`,
    port: state.offeredPort,
  });
});

test.each([['no-such-host.invalid'], ['203.0.113.7']])('%s is not an address of ours', async (host) => {
  const { listener } = newListener();
  expect(await listener.listen({ host, port: 0 })).toEqual({
    state: 'failed',
    code: 'ADDRESS_UNKNOWN',
    port: 0,
    offeredPort: null,
  });
});

test('a move that fails leaves the old address in service', async () => {
  const { listener, url } = await openListener();
  expect(await listener.listen({ host: '127.0.0.1', port: await takenPort() })).toMatchObject({
    code: 'PORT_IN_USE',
  });
  expect(await isUp(url)).toBe(true);
});

test('a move ends the old address once the new one serves, and lets its visitors finish', async () => {
  const { arrived, release, visit } = heldVisit();
  const { listener, url } = await openListener({ visit });
  const visitor = ask(`${url}/callback?code=C1`);
  await arrived;
  const state = await listener.listen({ host: '127.0.0.1', port: await freePort() });
  if (state.state === 'failed') throw new Error(state.code);
  expect(await isUp(state.url)).toBe(true);
  expect(await isUp(url)).toBe(false);
  release();
  expect((await visitor).status).toBe(303);
});

async function freePort(): Promise<number> {
  const server = createServer().listen({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('the interface can change while the port stays', async () => {
  const { listener, port } = await openListener();
  const state = await listener.listen({ host: '0.0.0.0', port });
  expect(state).toMatchObject({ state: 'listening', port });
  expect(await isUp(`http://127.0.0.1:${port}`)).toBe(true);
  if (state.state === 'listening') expect(state.url).not.toContain('0.0.0.0');
});

test('when only the interface changes and cannot, the old one comes back', async () => {
  const { listener, port, url } = await openListener();
  expect(await listener.listen({ host: '203.0.113.7', port })).toMatchObject({ code: 'ADDRESS_UNKNOWN' });
  expect(await isUp(url)).toBe(true);
});

test('the same address again changes nothing', async () => {
  const { listener, url } = await openListener();
  expect(await listener.listen({ host: '127.0.0.1', port: 0 })).toMatchObject({ url });
});

test('closing answers who has asked, drops who has not, and takes nobody new', async () => {
  const { arrived, release, visit } = heldVisit();
  const { listener, url, port } = await openListener({ visit });
  const idle = connect(port, '127.0.0.1');
  await once(idle, 'connect');
  const visitor = ask(`${url}/callback?code=C1`);
  await arrived;
  const closed = listener.close();
  await once(idle, 'close');
  expect(await isUp(url)).toBe(false);
  release();
  const answer = await visitor;
  expect([answer.status, answer.headers.location]).toEqual([303, '/r/k1']);
  await closed;
});

test('closing twice, or before listening, is no harm', async () => {
  const { listener } = newListener();
  await listener.close();
  await listener.close();
});
