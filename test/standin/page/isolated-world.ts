/**
 * Second script of every document, in a world of its own that shares the DOM and nothing else with the page:
 * Electron's renderer API, and the preload around which it is wrapped. Injected as text: it must not reach
 * outside itself.
 */
import type { createCodec } from './codec.ts';
import type { FromPage, PageFacts, ToPage } from './messages.ts';

type Listener = (event: object, ...args: unknown[]) => void;
type Preload = (require: (id: string) => unknown, module: object, exports: object, process: object) => void;

export function isolatedWorld(
  newCodec: typeof createCodec,
  names: { signal: string; binding: string; receiver: string },
  facts: PageFacts,
  preload: Preload | null,
): void {
  if (window !== window.top) return;
  const { encode, decode } = newCodec();
  const world = globalThis as unknown as Record<string, (text: string) => void>;
  const native = world[names.binding] as (text: string) => void;
  const listeners = new Map<string, Listener[]>();
  const calls = new Map<number, PromiseWithResolvers<unknown>>();
  const ports = new Map<string, MessagePort>();
  let count = 0;

  function tell(message: FromPage): void {
    native(JSON.stringify(message));
  }
  function strict<T extends object>(name: string, api: T): T {
    return new Proxy(api, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target || key === 'then') return Reflect.get(target, key);
        throw new Error(`not in the stand-in: ${name}.${key} in a preload`);
      },
    });
  }

  /** The page's end of a port moves to the main process: what arrives here is passed on. */
  function adopt(port: MessagePort): string {
    count += 1;
    const id = `${count}-${Math.random().toString(36).slice(2)}`;
    ports.set(id, port);
    port.onmessage = (event) => tell({ op: 'port', port: id, payload: encode(event.data) });
    port.addEventListener('close', () => tell({ op: 'port-close', port: id }));
    return id;
  }

  const ipcRenderer = strict('ipcRenderer', {
    send(channel: string, ...args: unknown[]): void {
      tell({ op: 'send', channel, payload: encode(args), ports: [] });
    },
    postMessage(channel: string, message: unknown, transfer: MessagePort[] = []): void {
      tell({ op: 'send', channel, payload: encode([message]), ports: transfer.map(adopt) });
    },
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      count += 1;
      const call = Promise.withResolvers<unknown>();
      calls.set(count, call);
      tell({ op: 'invoke', channel, payload: encode(args), call: count });
      return call.promise;
    },
    on(channel: string, listener: Listener): void {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    off(channel: string, listener: Listener): void {
      listeners.set(channel, listeners.get(channel)?.filter((known) => known !== listener) ?? []);
    },
  });

  function receive(message: ToPage): void {
    switch (message.op) {
      case 'message':
        for (const listener of listeners.get(message.channel) ?? []) {
          listener({ sender: ipcRenderer, ports: [] }, ...(decode(message.payload) as unknown[]));
        }
        return;
      case 'answer':
        calls.get(message.call)?.resolve(decode(message.payload));
        calls.delete(message.call);
        return;
      case 'refusal':
        calls.get(message.call)?.reject(new Error(message.message));
        calls.delete(message.call);
        return;
      case 'port':
        ports.get(message.port)?.postMessage(decode(message.payload));
        return;
      case 'port-close':
        ports.get(message.port)?.close();
        ports.delete(message.port);
        return;
    }
  }
  world[names.receiver] = (text) => receive(JSON.parse(text) as ToPage);
  // What the page's own world wants of windows; it can say no more than what is listed in messages.ts.
  window.addEventListener(names.signal, (event) => tell((event as CustomEvent<FromPage>).detail), true);

  let title = '';
  new MutationObserver(() => {
    if (document.title === title) return;
    title = document.title;
    tell({ op: 'title', title });
  }).observe(document, { subtree: true, childList: true, characterData: true });

  const electron = strict('electron', { ipcRenderer });
  const process = strict('process', { ...facts, type: 'renderer', sandboxed: true, contextIsolated: true });
  function require(id: string): unknown {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    // As a sandboxed preload says it.
    throw new Error(`module not found: ${id}`);
  }
  const module = { exports: {} };
  try {
    preload?.(require, module, module.exports, process);
  } catch (error) {
    tell({ op: 'preload-error', message: String(error) });
    console.error('Unable to load preload script', error);
  }
}
