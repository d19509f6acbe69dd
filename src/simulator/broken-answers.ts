/** Answers that are not what HTTP or JSON promises: the call behind each of them has been carried out. */
import type { ServerResponse } from 'node:http';

const hugeBytes = 16 * 1024 * 1024;
const kinds = ['silent', 'empty', 'huge', 'cutShort', 'overlong'] as const;
type Broken = (typeof kinds)[number];

export function isBroken<Name extends string>(name: Name | undefined): name is Name & Broken {
  return kinds.some((kind) => kind === name);
}

/** `text` is what would have been answered. */
export function breakAnswer(response: ServerResponse, kind: Broken, text: string): void {
  const length = Buffer.byteLength(text);
  switch (kind) {
    case 'silent':
      return;
    case 'empty':
      response.writeHead(200, { 'content-length': 0 }).end();
      return;
    case 'huge':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(`{"openid":"${'x'.repeat(hugeBytes)}"}`);
      return;
    case 'cutShort':
      response.writeHead(200, { 'content-length': length + 100 });
      response.write(text, () => response.socket?.destroySoon());
      return;
    case 'overlong':
      response.writeHead(200, { 'content-length': Math.floor(length / 2) }).end(text);
  }
}
