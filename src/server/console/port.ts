/** The console over one MessagePort: what Electron's main process gives each page it trusts. */
import { RPCHandler } from '@orpc/server/message-port';
import type { BoardRouter, ConsoleRouter } from '../router/router.ts';

type AnyPort = Parameters<InstanceType<typeof RPCHandler>['upgrade']>[0];

/**
 * Serves the contract on this port (Electron's MessagePortMain, or any MessagePort) and starts it. When the
 * port closes, calls that still run are aborted and feeds end.
 */
export function serveConsolePort(
  router: ConsoleRouter | BoardRouter,
  port: AnyPort & { start?(): void },
): void {
  new RPCHandler(router).upgrade(port);
  port.start?.();
}
