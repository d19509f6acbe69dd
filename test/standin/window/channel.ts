/**
 * The wire between one page's isolated world and the main process: messages in order, to the document that is
 * there now and to no other. A new document starts with nothing open.
 */
import type { Devtools } from '../chromium/wire.ts';
import { createCodec } from '../page/codec.ts';
import { BINDING, type FromPage, RECEIVER, type ToPage, WORLD } from '../page/messages.ts';
import { ipcMain } from './ipc-main.ts';
import { createPorts, type MessagePortMain } from './ports.ts';

const { encode, decode } = createCodec();

/** What is not IPC: the page asks for windows, or tells of itself. */
export type PageNews = Extract<FromPage, { op: 'open' | 'close' | 'title' | 'preload-error' }>;

export interface Channel {
  send(channel: string, ...args: unknown[]): void;
  /** Closes what is open: the page is gone. */
  close(): void;
}

/** `describeSender` makes the event that listeners get. */
export async function openChannel(
  devtools: Devtools,
  mainFrame: string,
  page: { describeSender(ports: MessagePortMain[]): object; onNews(news: PageNews): void },
): Promise<Channel> {
  let context: number | undefined;
  const ports = createPorts(
    (port, message) => post({ op: 'port', port, payload: encode(message) }),
    (port) => post({ op: 'port-close', port }),
  );

  /** To no document: dropped, as in Electron. */
  function post(message: ToPage, to = context): void {
    if (to === undefined) return;
    const call = devtools.send('Runtime.callFunctionOn', {
      functionDeclaration: `function (text) { ${RECEIVER}(text) }`,
      executionContextId: to,
      arguments: [{ value: JSON.stringify(message) }],
      silent: true,
    });
    call.catch(() => undefined);
  }

  async function invoke(message: Extract<FromPage, { op: 'invoke' }>, from: number): Promise<void> {
    const { channel, call, payload } = message;
    try {
      const handler = ipcMain._handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const event = page.describeSender([]) as Electron.IpcMainInvokeEvent;
      const answer = await handler(event, ...(decode(payload) as unknown[]));
      post({ op: 'answer', call, payload: encode(answer) }, from);
    } catch (error) {
      const refusal = `Error invoking remote method '${channel}': ${error}`;
      post({ op: 'refusal', call, message: refusal }, from);
    }
  }

  function receive(message: FromPage, from: number): void {
    switch (message.op) {
      case 'send': {
        const event = page.describeSender(message.ports.map(ports.adopt));
        ipcMain.emit(message.channel, event, ...(decode(message.payload) as unknown[]));
        return;
      }
      case 'invoke':
        void invoke(message, from);
        return;
      case 'port':
        ports.receive(message.port, decode(message.payload));
        return;
      case 'port-close':
        ports.gone(message.port);
        return;
      default:
        page.onNews(message);
    }
  }

  function documentGone(): void {
    context = undefined;
    ports.allGone();
  }

  devtools.on('Runtime.executionContextCreated', ({ context: made }) => {
    if (made.name === WORLD && made.auxData?.frameId === mainFrame) context = made.id;
  });
  devtools.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (executionContextId === context) documentGone();
  });
  devtools.on('Runtime.executionContextsCleared', documentGone);
  devtools.on('Inspector.targetCrashed', documentGone);
  devtools.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === BINDING) receive(JSON.parse(payload) as FromPage, executionContextId);
  });
  await Promise.all([
    devtools.send('Runtime.enable'),
    devtools.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
  ]);
  return {
    send: (channel, ...args) => post({ op: 'message', channel, payload: encode(args) }),
    close: documentGone,
  };
}
