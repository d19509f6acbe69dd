import { createORPCClient } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { type ConsoleClient, createConsoleClient } from '#renderer/host/client.ts';
import { isAnswer } from '#renderer/host/failures.ts';
import { chooseTransport } from '#renderer/host/transport.ts';

interface Posted {
  message: unknown;
  origin: string;
  ports: MessagePort[];
}

/** A page at an address, which records what it posts and what it fetches. */
function pageAt(address: string, marker?: string, answer = () => new Response('{"json":null}')) {
  const url = new URL(address);
  const posted: Posted[] = [];
  const fetched: { url: string; credentials: string | undefined }[] = [];
  const page = {
    location: { protocol: url.protocol, origin: `${url.protocol}//${url.host}`, href: url.href },
    document: { documentElement: { dataset: { host: marker } } },
    postMessage: (message: unknown, origin: string, ports: MessagePort[]) =>
      posted.push({ message, origin, ports }),
    async fetch(request: Request, init: RequestInit) {
      fetched.push({ url: request.url, credentials: init.credentials });
      return answer();
    },
  };
  return { page: page as unknown as Window, posted, fetched };
}

describe('chooseTransport', () => {
  it.each([
    ['followdesk://console/', undefined],
    ['https://console.standin.invalid/', 'desktop'],
  ])('asks the desktop for a port at %s (marker %s)', async (address, marker) => {
    const { page, posted, fetched } = pageAt(address, marker);
    const client: ConsoleClient = createORPCClient(chooseTransport(page).link);
    void client.host.status().catch(() => undefined);
    void client.accounts.list().catch(() => undefined);
    await expect.poll(() => posted).toHaveLength(1);
    expect(posted[0]?.message).toEqual({ type: 'followdesk:connect' });
    expect(posted[0]?.origin).toBe(address.replace(/\/$/, ''));
    expect(fetched).toEqual([]);
    for (const port of posted[0]?.ports ?? []) port.close();
  });

  it('asks again once the port has closed', async () => {
    const { page, posted } = pageAt('followdesk://console/');
    const client: ConsoleClient = createORPCClient(chooseTransport(page).link);
    const refused = client.host.status().catch((error: unknown) => error);
    await expect.poll(() => posted).toHaveLength(1);
    posted[0]?.ports[0]?.close();
    expect(isAnswer(await refused)).toBe(false);
    void client.host.status().catch(() => undefined);
    await expect.poll(() => posted).toHaveLength(2);
    posted[1]?.ports[0]?.close();
  });

  it('speaks HTTP to its own origin with its cookie everywhere else', async () => {
    const { page, posted, fetched } = pageAt('http://127.0.0.1:7000/#/desk');
    await createConsoleClient(chooseTransport(page)).client.host.status();
    expect(fetched).toEqual([{ url: 'http://127.0.0.1:7000/rpc/host/status', credentials: 'same-origin' }]);
    expect(posted).toEqual([]);
  });

  it('tells when the session is gone', async () => {
    const { page } = pageAt('http://127.0.0.1:7000/', undefined, () => new Response('{}', { status: 401 }));
    const transport = chooseTransport(page);
    let lost = 0;
    const undo = transport.onSessionLost(() => {
      lost += 1;
    });
    const { client } = createConsoleClient(transport);
    await expect(client.host.status()).rejects.toThrow();
    undo();
    await expect(client.host.status()).rejects.toThrow();
    expect(lost).toBe(1);
  });
});
