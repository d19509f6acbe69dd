/** Holds one conversation on one connection. The rule: it always ends, and says what was wrong with it. */
import { connect } from 'node:net';
import { createAnswerReader, type Fault, faultOf } from './answers.ts';
import type { Conversation } from './conversation.ts';

export interface Door {
  port: number;
  /** Where `/go/` sends phones. */
  authorizeBase: string;
  /** Puts something real in place of every `@@state@@` and its like. */
  fill(text: string): string;
}

export interface Heard {
  /** By their status. */
  statuses: readonly number[];
  fault: Fault | null;
  /** The listener hung up on bytes that it had not read, and answers on their way were lost with them. */
  isReset: boolean;
}

/** Without a byte: longer than the listener gives anybody to finish a request. */
const PATIENCE_MS = 25_000;
const LAST_CHANCE_MS = 2000;
const LONGEST_STANDSTILL_MS = 120_000;

async function isAnswering(port: number): Promise<boolean> {
  const signal = AbortSignal.timeout(LONGEST_STANDSTILL_MS);
  return fetch(`http://127.0.0.1:${port}/healthz`, { signal }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function piecesOf(text: string, cuts: readonly number[]): Buffer[] {
  const whole = Buffer.from(text, 'latin1');
  const pieces: Buffer[] = [];
  let from = 0;
  for (const length of cuts) {
    pieces.push(whole.subarray(from, from + length));
    from += length;
  }
  pieces.push(whole.subarray(from));
  return pieces.filter((piece) => piece.length > 0);
}

/** @param patienceMs how long the listener may take */
export function hold(
  { requests, endsInRuin, cuts, ending }: Conversation,
  { port, authorizeBase, fill }: Door,
  patienceMs = PATIENCE_MS,
): Promise<Heard> {
  const owed = endsInRuin ? requests.length - 1 : requests.length;
  const reader = createAnswerReader((index) => requests[index]?.startsWith('HEAD ') ?? false);
  const pieces = piecesOf(fill(requests.join('')), cuts);
  let sent = 0;
  const { promise, resolve } = Promise.withResolvers<Heard>();
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });

  function finish(fault: Fault | null, isReset = false): void {
    clearTimeout(timer);
    socket.removeAllListeners().on('error', () => undefined);
    socket.destroy();
    const worst = reader.answers
      .map((answer) => faultOf(answer, authorizeBase))
      .find((found) => found !== null);
    resolve({
      statuses: reader.answers.map(({ status }) => status),
      fault: worst ?? reader.fault() ?? fault,
      isReset,
    });
  }

  function closed(error?: unknown): void {
    const isShort = reader.answers.length < owed && !reader.isLast();
    finish(
      isShort ? { kind: 'no_answer', detail: `${reader.answers.length} of ${owed}` } : null,
      error instanceof Error,
    );
  }

  /** Node takes half an end for a whole one: who still wants answers does not say it. */
  function endIfAnswered(isAllSent: boolean): void {
    if (reader.answers.length < owed || !isAllSent) return;
    if (ending === 'wait') finish(null);
    else if (!socket.writableEnded) socket.end();
  }

  /** A machine with too much to do is slow with everybody; who alone goes without an answer was forgotten. */
  async function lookRound(): Promise<void> {
    const lives = await isAnswering(port);
    const kind = reader.answers.length < owed ? 'no_answer' : 'no_end';
    const detail = `${reader.answers.length} of ${owed}${lives ? '' : ', and nobody else is answered either'}`;
    timer = setTimeout(() => finish({ kind, detail }), lives ? LAST_CHANCE_MS : 0);
  }
  let timer = setTimeout(() => void lookRound(), patienceMs);
  socket.on('error', closed);
  socket.on('close', () => closed());
  socket.on('end', () => closed());
  socket.on('data', (bytes) => {
    reader.take(bytes);
    timer.refresh();
    if (reader.fault() !== null) finish(null);
    else endIfAnswered(sent === pieces.length);
  });

  function send(): void {
    const piece = pieces[sent];
    if (socket.destroyed) return;
    if (piece !== undefined) {
      socket.write(piece);
      sent++;
      // Each in a packet of its own.
      setImmediate(send);
    } else if (ending === 'reset') {
      socket.resetAndDestroy();
      finish(null);
    } else if (ending === 'cut') finish(null);
    else endIfAnswered(true);
  }
  socket.once('connect', send);
  return promise;
}
