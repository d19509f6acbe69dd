/** The one session: who answers the app's own scheme, and who decides about permissions. */
import { missing, StrictEmitter, strict } from '../strict.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, SchemeHandler>();

export const protocol = strict('protocol', {
  /** Every handled scheme is standard and secure here. */
  registerSchemesAsPrivileged: (_schemes: Electron.CustomScheme[]): void => undefined,
  handle(scheme: string, handler: SchemeHandler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
});

export function schemeHandler(scheme: string): SchemeHandler {
  return handlers.get(scheme) ?? missing(`an answer to ${scheme}:, which nobody handles`);
}

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];

class Session extends StrictEmitter {
  readonly protocol = protocol;
  _requestHandler: RequestHandler = null;
  _checkHandler: CheckHandler = null;

  constructor() {
    super('session', ['will-download']);
  }
  setPermissionRequestHandler = (handler: RequestHandler): void => {
    this._requestHandler = handler;
  };
  setPermissionCheckHandler = (handler: CheckHandler): void => {
    this._checkHandler = handler;
  };
}

const defaultSession = new Session();

export const session = strict('session', { defaultSession });
