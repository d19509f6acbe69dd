/** Reads the listener's answers off the wire, and says which of them break a promise. */

export interface Answer {
  status: number;
  head: string;
  body: string;
}

/** What is wrong, by a short name that stays the same while the request is made smaller. */
export interface Fault {
  kind: 'crash' | 'server_error' | 'no_answer' | 'no_end' | 'unguarded' | 'leak' | 'not_http';
  detail: string;
}

const GUARDS = ['cache-control: no-store', 'x-content-type-options: nosniff', 'referrer-policy: no-referrer'];
/** A polite "busy, one moment" says when to come again; no other 5xx is ever right. */
const POLITE = /^HTTP\/1\.1 503 .*\r\nretry-after: \d+/is;
const LEAK = /Fastify|node_modules|node:internal|\.[jt]s:\d|<script>fuzz\(/;

/** Where the body ends that begins at `start`; null when that cannot be said yet. */
function bodyEnd(bytes: Buffer, head: string, start: number): number | null {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) return start + Number(length);
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return start;
  const last = bytes.indexOf('0\r\n\r\n', start);
  return last < 0 ? null : last + 5;
}

/** The bytes of a connection as answers, the last of which may still be coming. */
export function createAnswerReader(isHead: (index: number) => boolean) {
  let rest: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  const answers: Answer[] = [];
  let broken: Fault | null = null;

  /** Takes one answer from the front; false when it is not whole yet. */
  function takeOne(): boolean {
    const headEnd = rest.indexOf('\r\n\r\n');
    if (headEnd < 0) return false;
    const head = rest.toString('latin1', 0, headEnd);
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
    if (!status) {
      broken = { kind: 'not_http', detail: head.slice(0, 200) };
      return false;
    }
    const start = headEnd + 4;
    const hasBody = status >= 200 && status !== 204 && status !== 304 && !isHead(answers.length);
    const end = hasBody ? bodyEnd(rest, head, start) : start;
    if (end === null || rest.length < end) return false;
    const body = rest.toString('latin1', start, end);
    rest = rest.subarray(end);
    // Only says that the body may come.
    if (status >= 200) answers.push({ status, head, body });
    return true;
  }

  return {
    answers,
    take(bytes: Buffer): void {
      rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      while (broken === null && rest.length > 0 && takeOne());
    },
    fault: () => broken,
    /** True when the listener has said that it answers no more. */
    isLast: () => /\r\nconnection: close/i.test(answers.at(-1)?.head ?? ''),
  };
}

export function faultOf({ status, head, body }: Answer, authorizeBase: string): Fault | null {
  if (status >= 500 && !POLITE.test(head)) return { kind: 'server_error', detail: `${status}` };
  const lower = head.toLowerCase();
  const missing = GUARDS.find((guard) => !lower.includes(guard));
  if (missing !== undefined) return { kind: 'unguarded', detail: `${status} without ${missing}` };
  const leak = LEAK.exec(body) ?? /\r\n(server|x-powered-by|set-cookie):/i.exec(head);
  if (leak) return { kind: 'leak', detail: leak[0] };
  const location = /\r\nlocation: (.*)/i.exec(head)?.[1];
  if (location !== undefined && !location.startsWith('/r/') && !location.startsWith(authorizeBase)) {
    return { kind: 'leak', detail: `sends the phone to ${location}` };
  }
  return null;
}
