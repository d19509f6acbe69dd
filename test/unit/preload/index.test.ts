import { beforeEach, describe, expect, it, vi } from 'vitest';

const postMessage = vi.hoisted(() => vi.fn());
vi.mock('electron', () => ({ ipcRenderer: { postMessage } }));

const origin = 'followdesk://console';
type Listener = (event: object) => void;

/** As much of a page as the preload touches, from before its first element on. */
function createPage(root: { dataset: Record<string, string> } | null) {
  const listeners: Listener[] = [];
  const document = { documentElement: root };
  const observers: (() => void)[] = [];
  const page = {
    location: { origin },
    addEventListener: (_type: string, listener: Listener) => listeners.push(listener),
  };
  class Observer {
    readonly #changed: () => void;
    constructor(changed: () => void) {
      this.#changed = changed;
    }
    observe() {
      observers.push(this.#changed);
    }
    disconnect() {
      observers.splice(observers.indexOf(this.#changed), 1);
    }
  }
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', document);
  vi.stubGlobal('MutationObserver', Observer);
  return {
    page,
    document,
    observers,
    send: (event: object) => listeners.forEach((hear) => void hear(event)),
  };
}

/** By its address: the preload belongs to no project that tests may reference. */
async function runPreload(): Promise<void> {
  vi.resetModules();
  await import(new URL('../../../src/preload/index.ts', import.meta.url).pathname);
}

describe('the preload', () => {
  beforeEach(() => postMessage.mockReset());

  it('says the host is the desktop as soon as there is an element to say it on', async () => {
    const root = { dataset: {} };
    createPage(root);
    await runPreload();
    expect(root.dataset).toEqual({ host: 'desktop' });

    const early = createPage(null);
    await runPreload();
    early.document.documentElement = { dataset: {} };
    for (const changed of [...early.observers]) changed();
    expect(early.document.documentElement.dataset).toEqual({ host: 'desktop' });
    expect(early.observers).toEqual([]);
  });

  it('forwards the page’s port, once asked', async () => {
    const { page, send } = createPage({ dataset: {} });
    await runPreload();
    const port = {};
    send({ source: page, origin, data: { type: 'followdesk:connect' }, ports: [port] });
    expect(postMessage.mock.calls).toEqual([['followdesk:connect', null, [port]]]);
  });

  it.each([
    ['another window', { source: {} }],
    ['another origin', { origin: 'https://example.com' }],
    ['another message', { data: { type: 'hello' } }],
    ['no message', { data: null }],
    ['a word', { data: 'followdesk:connect' }],
    ['no port', { ports: [] }],
    ['two ports', { ports: [{}, {}] }],
  ])('ignores %s', async (_name, change) => {
    const { page, send } = createPage({ dataset: {} });
    await runPreload();
    send({ source: page, origin, data: { type: 'followdesk:connect' }, ports: [{}], ...change });
    expect(postMessage).not.toHaveBeenCalled();
  });

  it('puts nothing on the page’s window', async () => {
    const { page } = createPage({ dataset: {} });
    const before = Object.keys(page);
    await runPreload();
    expect(Object.keys(page)).toEqual(before);
  });
});
