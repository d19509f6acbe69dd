/** Ports whose other end lives in a page: what is posted goes there, and a page that goes takes its ports along. */
import { StrictEmitter } from '../strict.ts';

/** Where a port's messages go. */
export interface PortRoute {
  post(message: unknown): void;
  close(): void;
}

export class MessagePortMain extends StrictEmitter {
  readonly #route: PortRoute;
  #state: 'waiting' | 'started' | 'closed' = 'waiting';
  #waiting: unknown[] = [];

  constructor(route: PortRoute) {
    super('MessagePortMain', ['message', 'close']);
    this.#route = route;
  }

  postMessage = (message: unknown): void => {
    if (this.#state !== 'closed') this.#route.post(message);
  };
  start = (): void => {
    if (this.#state !== 'waiting') return;
    this.#state = 'started';
    for (const data of this.#waiting.splice(0)) this._receive(data);
  };
  close = (): void => {
    if (this.#state === 'closed') return;
    this.#route.close();
    this._gone();
  };
  _receive(data: unknown): void {
    if (this.#state === 'waiting') this.#waiting.push(data);
    else if (this.#state === 'started') this.emit('message', { data, ports: [] });
  }
  /** The page closed its end, or is gone. */
  _gone(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    setImmediate(() => this.emit('close'));
  }
}

export interface Ports {
  adopt(id: string): MessagePortMain;
  receive(id: string, data: unknown): void;
  gone(id: string): void;
  /** The document is gone, and all its ports with it. */
  allGone(): void;
}

export function createPorts(
  post: (id: string, message: unknown) => void,
  close: (id: string) => void,
): Ports {
  const ports = new Map<string, MessagePortMain>();
  return {
    adopt(id) {
      const port = new MessagePortMain({
        post: (message) => post(id, message),
        close() {
          ports.delete(id);
          close(id);
        },
      });
      ports.set(id, port);
      return port;
    },
    receive: (id, data) => ports.get(id)?._receive(data),
    gone(id) {
      ports.get(id)?._gone();
      ports.delete(id);
    },
    allGone() {
      for (const port of ports.values()) port._gone();
      ports.clear();
    },
  };
}
