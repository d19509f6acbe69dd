/**
 * The log: one JSON object per line on stderr, because stdout belongs to the ready line. The rule: whatever a
 * caller hands over by mistake, no line leaves with a secret, a token, an OAuth code or a whole openid in it.
 */
import pino from 'pino';
import type { Logger } from '#core/environment.ts';
import { maskOpenids, redact } from '#core/redact.ts';

/** Name, message, code and stack; never the fields of an HTTP client's error, which hold whole requests. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = (error as NodeJS.ErrnoException).code;
  return { name, message, code, stack, ...(cause instanceof Error ? { cause: describeError(cause) } : {}) };
}

/** `write` takes the place of stderr. */
export function createLogger(write?: (line: string) => void): Logger {
  const options: pino.LoggerOptions = {
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
    hooks: { streamWrite: (line) => maskOpenids(redact(line)) },
  };
  return pino(options, write ? { write } : pino.destination({ fd: 2, sync: true }));
}
