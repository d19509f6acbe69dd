/** What went wrong in one line with its remedy, and how the program ends; never a stack, never a token. */
import type { errors } from '#shared/contract/errors.ts';
import { explainErrorCode } from '#shared/model/error-codes.ts';
import { exitCodes } from './exit-codes.ts';
import { Refused } from './refused.ts';
import { printable } from './terminal.ts';
import type { Text } from './text/zh-CN.ts';

type Code = keyof typeof errors;

/** A feed or a file that ended before its last part. */
export class CutShort extends Error {
  override readonly name = 'CutShort';
}

/** A file that could not be written. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
  readonly file: string;
  constructor(file: string, cause: unknown) {
    super(file, { cause });
    this.file = file;
  }
}

export interface Failure {
  line: string;
  exitCode: number;
}

interface Answer {
  code: string;
  status: number;
  data?: unknown;
}

function isAnswer(error: unknown): error is Error & Answer {
  return error instanceof Error && 'code' in error && 'status' in error && typeof error.status === 'number';
}

function isCode(code: string, text: Text): code is Code {
  return Object.hasOwn(text.errors, code);
}

/** WeChat's errcode in words, when we know it. */
export function explainErrcode(errcode: number, text: Text, chinese: boolean): string | null {
  const known = explainErrorCode(errcode);
  if (known === null) return null;
  const language = chinese ? 'zh' : 'en';
  return text.errcode(errcode, known.meaning[language], known.remedy[language]);
}

function issuesOf(data: unknown): string {
  const { issues = [] } = (data ?? {}) as { issues?: { path: string[]; message: string }[] };
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}

function fromAnswer({ code, status, data, message }: Error & Answer, url: string, say: Say): Failure {
  const { text, chinese } = say;
  if (status === 401) return { line: text.wrongToken, exitCode: exitCodes.refused };
  if (status === 403) return { line: text.forbidden(url), exitCode: exitCodes.refused };
  if (code === 'BAD_REQUEST')
    return { line: printable(text.badRequest(issuesOf(data))), exitCode: exitCodes.usage };
  const facts = (data ?? {}) as { kind?: keyof Text['kinds']; errcode?: number };
  // An unknown address is answered 404 as well, but of nothing in particular: another program, or version.
  if (code === 'NOT_FOUND' && facts.kind === undefined)
    return { line: text.notFollowDesk(url), exitCode: exitCodes.unreachable };
  if (status >= 500 && !isCode(code, text)) return { line: text.hostFailed, exitCode: exitCodes.failed };
  if (!isCode(code, text)) return { line: printable(`${code}: ${message}`), exitCode: exitCodes.failed };
  const explained = facts.errcode === undefined ? null : explainErrcode(facts.errcode, text, chinese);
  const noun = facts.kind === undefined ? '' : `${text.kinds[facts.kind] ?? facts.kind}: `;
  return { line: explained ?? `${noun}${text.errors[code]} (${code})`, exitCode: exitCodes.failed };
}

export interface Say {
  text: Text;
  chinese: boolean;
}

/** `url` is the host's, when there is one. */
export function describeFailure(error: unknown, url: string, say: Say): Failure {
  const { text } = say;
  if (error instanceof Refused) return { line: error.message, exitCode: exitCodes.usage };
  if (error instanceof CutShort) return { line: text.cutShort, exitCode: exitCodes.unwell };
  if (error instanceof CannotWrite) {
    const { code, message } = error.cause as NodeJS.ErrnoException;
    const line = code === 'EEXIST' ? text.exists(error.file) : text.cannotWrite(error.file, code ?? message);
    return { line, exitCode: exitCodes.unwell };
  }
  if (isAnswer(error)) return fromAnswer(error, url, say);
  const { message } = error as Error;
  // The two ways in which fetch fails: before an answer, and in the middle of one.
  if (message === 'fetch failed') return { line: text.unreachable(url), exitCode: exitCodes.unreachable };
  if (message === 'terminated') return { line: text.cutShort, exitCode: exitCodes.unwell };
  if (message.startsWith('Cannot parse response'))
    return { line: text.notFollowDesk(url), exitCode: exitCodes.unreachable };
  return { line: printable(text.unexpected(message)), exitCode: exitCodes.unexpected };
}
