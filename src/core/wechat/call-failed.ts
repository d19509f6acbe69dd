/** A call that brought no usable HTTP reply. The rule: it knows nothing of the request, so it may be written down. */

export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly kind: 'network' | 'timeout' | 'bad_reply';
  /** The system's, TLS's or undici's name for the cause; one that starts with `PROXY_` happened before WeChat. */
  readonly code: string;
  constructor(kind: CallFailed['kind'], code: string) {
    super(`${kind} (${code})`);
    this.kind = kind;
    this.code = code;
  }
  /** The connection broke under the call; most often an idle one that the other side had just closed. */
  get reset(): boolean {
    return this.code === 'UND_ERR_SOCKET' || this.code === 'ECONNRESET' || this.code === 'EPIPE';
  }
}

/** Only the code is kept: messages of sockets and parsers may quote what was sent. */
export function callFailed(error: unknown): CallFailed {
  if (error instanceof CallFailed) return error;
  if (!(error instanceof Error)) return new CallFailed('network', 'UNKNOWN');
  const code = codeOf(error);
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') return new CallFailed('timeout', code);
  // What answered does not speak HTTP, or far too much of it.
  if (error.name === 'HTTPParserError' || code.startsWith('UND_ERR_RES'))
    return new CallFailed('bad_reply', code);
  return new CallFailed('network', code);
}

/** No tunnel, because the proxy could not be reached or broke off. */
export function proxyFailed(error: unknown): CallFailed {
  const code = error instanceof Error ? codeOf(error) : 'UNKNOWN';
  if (/TIMEDOUT|TIMEOUT/.test(code)) return new CallFailed('timeout', 'PROXY_TIMEOUT');
  return new CallFailed('network', code === 'UND_ERR_SOCKET' ? 'PROXY_CLOSED' : `PROXY_${code}`);
}

function codeOf(error: Error): string {
  return 'code' in error && error.code ? String(error.code) : error.name;
}
