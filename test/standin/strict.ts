/**
 * Loudness: whatever Electron has and the stand-in has not throws "not in the stand-in: …" when it is touched,
 * so that a spec can never pass because a call did nothing.
 */
import { EventEmitter } from 'node:events';

/** Throws the one error that says what is not there. */
export function missing(what: string): never {
  throw new Error(`not in the stand-in: ${what}`);
}

/** Names that promises, inspectors and assertion libraries try on any object. */
const PROBED = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'inspect',
  'nodeType',
  'asymmetricMatch',
  'domain',
  '_events',
  '_eventsCount',
  '_maxListeners',
  '__esModule',
  'default',
  'module.exports',
]);

/** The same object, except that reading a member it does not have throws. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      const known = typeof key === 'symbol' || key in object || PROBED.has(key);
      return known ? Reflect.get(object, key, receiver) : missing(`${name}.${key}`);
    },
  });
}

/** A whole API that is not there: reading a member, calling it or constructing it throws. */
export function absent(name: string): object {
  return new Proxy(class {}, {
    get: (_target, key) =>
      typeof key === 'symbol' || PROBED.has(key) ? undefined : missing(`${name}.${key}`),
    apply: () => missing(`${name}()`),
    construct: () => missing(`new ${name}()`),
  });
}

/** Events that a healthy Linux desktop never sends either: listening is allowed, and nothing comes. */
const NEVER_SENT = [
  'activate',
  'open-file',
  'open-url',
  'certificate-error',
  'child-process-gone',
  'will-attach-webview',
  'newListener',
  'removeListener',
  'error',
];

/**
 * An emitter that also refuses listeners for events nobody here sends. `this` is the proxy from the base
 * constructor on, private fields of subclasses included.
 */
export class StrictEmitter extends EventEmitter {
  constructor(name: string, sent: readonly string[]) {
    super();
    const known = new Set<unknown>([...sent, ...NEVER_SENT]);
    this.on('newListener', (event) => {
      if (!known.has(event)) missing(`event "${String(event)}" of ${name}`);
    });
    // biome-ignore lint/correctness/noConstructorReturn: the proxy has to be what subclasses know as `this`
    return strict(name, this);
  }
}

/** Emits an event that listeners may prevent; true when nobody did. */
export function emitPreventable(
  emitter: { emit(name: string, ...args: unknown[]): boolean },
  name: string,
  details: object = {},
  ...args: unknown[]
): boolean {
  let prevented = false;
  const event = Object.assign(details, {
    get defaultPrevented() {
      return prevented;
    },
    preventDefault() {
      prevented = true;
    },
  });
  emitter.emit(name, event, ...args);
  return !prevented;
}
