/**
 * What the peers' servers have in common: Express in production mode, and the answer every Node contender gives,
 * so that they differ in how they ask WeChat and in nothing else.
 */
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';
import { helperArgument, serveParent } from '../helpers.ts';

export interface PeerOptions {
  wechatUrl: string;
  /** Where the packages are. */
  packages: string;
}

/** As much of Express as is used. */
interface Application {
  get(path: string, handler: (request: Request, response: Response) => Promise<void>): void;
  listen(port: number, host: string, ready: () => void): Server & { keepAliveTimeout: number };
}
interface Request {
  query: Record<string, unknown>;
}
interface Response {
  set(headers: Record<string, string>): Response;
  status(status: number): Response;
  end(): void;
}

/** Asks WeChat whether the person behind a code follows: what it says of them. */
export type LookUp = (code: string) => Promise<object>;

const answerHeaders = () => ({
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  Location: `/r/${randomBytes(13).toString('hex')}`,
  'Content-Length': '0',
});

/** `prepare` gets `require` as from the peers' folder. A rejected look-up is a 500; the first one is told. */
export function servePeer(
  prepare: (load: <Module>(name: string) => Module, wechatUrl: string) => LookUp,
): void {
  const { wechatUrl, packages } = helperArgument<PeerOptions>();
  process.env.NODE_ENV = 'production';
  // Old libraries call what Node warns of; that is not what is measured.
  process.noDeprecation = true;
  const load = createRequire(`${packages}/package.json`);
  const lookUp = prepare(load, wechatUrl);
  const application = load('express')() as Application;
  let failed = false;
  application.get('/callback', async ({ query }, response) => {
    try {
      const user = await lookUp(String(query.code));
      if (!('subscribe' in user)) throw new Error('No verdict');
      response.status(303).set(answerHeaders()).end();
    } catch (error) {
      if (!failed) process.stderr.write(`${error}\n`);
      failed = true;
      response.status(500).end();
    }
  });
  const server = application.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    serveParent({ url: `http://127.0.0.1:${port}` }, () => ({}));
  });
  server.keepAliveTimeout = 72_000;
}
