/**
 * axios over undici's dispatcher: keep-alive sockets, one request at a time on each, no redirects, no
 * streams, no progress, reply headers dropped. axios' own HTTP adapter costs about ten times undici's CPU, and
 * merging configs and headers in `request` half of undici's again, so a request that no interceptor wants to
 * see goes to the adapter as it is. What it rejects with is a `CallFailed`, which holds nothing of the
 * request: no AxiosError, and with it no URL, exists here.
 */
import { Axios, AxiosHeaders, type AxiosPromise, type AxiosRequestConfig, type AxiosResponse } from 'axios';
import { type Dispatcher, Pool } from 'undici';

/** Milliseconds: to open a connection, and for a whole call, waiting and connecting included. */
export interface Limits {
  connect: number;
  call: number;
}
const DEFAULT_LIMITS: Limits = { connect: 3_000, call: 8_000 };

/** At 40 ms a call this is 12,800 calls a second; fewer would make a crowd queue behind itself. */
const CONNECTIONS = 512;
const KEEP_ALIVE_MS = 20_000;
/** 10,000 openids, the longest reply there is, take a third of a megabyte. */
const LONGEST_REPLY = 8 * 1024 * 1024;

const NO_HEADERS = new AxiosHeaders();
const JSON_HEADERS = ['content-type', 'application/json'];
const NOTHING = Buffer.alloc(0);

/** No usable HTTP reply. `code` is Node's or undici's name for the cause. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly kind: 'network' | 'timeout' | 'bad_reply';
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

export interface LeanAxios {
  /** Takes `method`, an absolute `url` with a path, and `data` (a JSON text); answers the body as bytes. */
  axios: Axios;
  /** Lets calls in flight finish, then closes every connection. */
  close(): Promise<void>;
}

export function createLeanAxios(limits: Limits = DEFAULT_LIMITS): LeanAxios {
  const pools = new Map<string, Pool>();
  let closing: Promise<unknown> | null = null;

  function poolOf(origin: string): Pool {
    const known = pools.get(origin);
    if (known) return known;
    if (closing !== null) throw new CallFailed('network', 'CLOSED');
    const pool = new Pool(origin, {
      connections: CONNECTIONS,
      pipelining: 1,
      allowH2: false,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // The call limit below covers both, and undici's own timers cost more.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxResponseSize: LONGEST_REPLY,
      connect: { timeout: limits.connect },
    });
    pools.set(origin, pool);
    return pool;
  }

  function adapter(config: AxiosRequestConfig): AxiosPromise<Buffer> {
    return new Promise((resolve, reject) => {
      const url = config.url ?? '';
      const pathAt = url.indexOf('/', 'https://'.length);
      let controller: Dispatcher.DispatchController | null = null;
      let status = 0;
      let first: Buffer = NOTHING;
      let chunks: Buffer[] | null = null;
      let late: CallFailed | null = null;

      const timer = setTimeout(() => {
        late = new CallFailed('timeout', 'CALL_LIMIT');
        reject(late);
        controller?.abort(late);
      }, limits.call);

      const handler: Dispatcher.DispatchHandler = {
        onRequestStart(started) {
          controller = started;
          // It waited for a connection longer than the whole call may take.
          if (late) started.abort(late);
        },
        onResponseStart(_controller, statusCode) {
          status = statusCode;
        },
        onResponseData(_controller, chunk) {
          if (first.length === 0) first = chunk;
          else if (chunks) chunks.push(chunk);
          else chunks = [first, chunk];
        },
        onResponseEnd() {
          clearTimeout(timer);
          const data = chunks ? Buffer.concat(chunks) : first;
          resolve({ data, status, statusText: '', headers: NO_HEADERS, config } as AxiosResponse<Buffer>);
        },
        onResponseError(_controller, error) {
          clearTimeout(timer);
          reject(late ?? callFailed(error));
        },
      };
      try {
        const body: string | undefined = config.data;
        const request: Dispatcher.DispatchOptions =
          body === undefined
            ? { path: url.slice(pathAt), method: 'GET' }
            : { path: url.slice(pathAt), method: 'POST', body, headers: JSON_HEADERS };
        poolOf(url.slice(0, pathAt)).dispatch(request, handler);
      } catch (error) {
        clearTimeout(timer);
        reject(callFailed(error));
      }
    });
  }

  const axios = new Axios({ adapter });
  const requestInFull = axios.request.bind(axios);
  axios.request = ((config: AxiosRequestConfig) =>
    axios.interceptors.request.handlers?.length || axios.interceptors.response.handlers?.length
      ? requestInFull(config)
      : adapter(config)) as Axios['request'];

  return {
    axios,
    async close() {
      closing ??= Promise.all([...pools.values()].map((pool) => pool.close()));
      await closing;
    },
  };
}

/** Only the code is kept: messages of sockets and parsers may quote what was sent. */
function callFailed(error: unknown): CallFailed {
  if (error instanceof CallFailed) return error;
  if (!(error instanceof Error)) return new CallFailed('network', 'UNKNOWN');
  const code = 'code' in error && error.code ? String(error.code) : error.name;
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') return new CallFailed('timeout', code);
  // What answered does not speak HTTP, or far too much of it.
  if (error.name === 'HTTPParserError' || code.startsWith('UND_ERR_RES'))
    return new CallFailed('bad_reply', code);
  return new CallFailed('network', code);
}
