/**
 * axios over undici's dispatcher: no redirects, no streams, no progress, reply headers dropped. axios' own HTTP
 * adapter costs about ten times undici's CPU, and merging configs and headers in `request` half of undici's
 * again, so a request that no interceptor wants to see goes to the adapter as it is. What it rejects with is a
 * `CallFailed`, which holds nothing of the request: no AxiosError, and with it no URL, exists here.
 */
import { Axios, AxiosHeaders, type AxiosPromise, type AxiosRequestConfig, type AxiosResponse } from 'axios';
import type { Dispatcher } from 'undici';
import { CallFailed, callFailed } from './call-failed.ts';

const NO_HEADERS = new AxiosHeaders();
const JSON_HEADERS = ['content-type', 'application/json'];
const NOTHING = Buffer.alloc(0);

export interface Way {
  /** The limit on a call that begins now: milliseconds, waiting and connecting included. Asked first. */
  callMs(): number;
  /** Where the requests to this origin go. */
  dispatcherOf(origin: string): Dispatcher;
}

export interface LeanRequest extends AxiosRequestConfig<string> {
  /**
   * Called as the limit passes: the request has failed and yet goes on for as long again. The answer is what
   * still comes, or the failure it ends with.
   */
  onLate?: ((answer: AxiosPromise<Buffer>) => void) | undefined;
}

/** Takes a `LeanRequest` with an absolute `url` with a path, and `data` (a JSON text); answers the body as bytes. */
export function createLeanAxios({ callMs, dispatcherOf }: Way): Axios {
  function adapter(config: LeanRequest): AxiosPromise<Buffer> {
    return new Promise((resolve, reject) => {
      const { onLate } = config;
      const limit = callMs();
      const url = config.url ?? '';
      const pathAt = url.indexOf('/', 'https://'.length);
      let controller: Dispatcher.DispatchController | null = null;
      let status = 0;
      let first: Buffer = NOTHING;
      let chunks: Buffer[] | null = null;
      let late: CallFailed | null = null;
      /** Who waits for the answer. */
      let asker = { resolve, reject };

      function giveUp(): void {
        late = new CallFailed('timeout', 'CALL_LIMIT');
        asker.reject(late);
        controller?.abort(late);
      }

      function goOn(): void {
        reject(new CallFailed('timeout', 'CALL_LIMIT'));
        const later = Promise.withResolvers<AxiosResponse<Buffer>>();
        asker = later;
        timer = setTimeout(giveUp, limit);
        onLate?.(later.promise);
      }

      let timer = setTimeout(onLate ? goOn : giveUp, limit);

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
          asker.resolve({
            data,
            status,
            statusText: '',
            headers: NO_HEADERS,
            config,
          } as AxiosResponse<Buffer>);
        },
        onResponseError(_controller, error) {
          clearTimeout(timer);
          asker.reject(late ?? callFailed(error));
        },
      };
      try {
        const body: string | undefined = config.data;
        const origin = url.slice(0, pathAt);
        const path = url.slice(pathAt);
        const request: Dispatcher.DispatchOptions =
          body === undefined
            ? { origin, path, method: 'GET' }
            : { origin, path, method: 'POST', body, headers: JSON_HEADERS };
        dispatcherOf(origin).dispatch(request, handler);
      } catch (error) {
        clearTimeout(timer);
        asker.reject(callFailed(error));
      }
    });
  }

  const axios = new Axios({ adapter });
  const requestInFull = axios.request.bind(axios);
  axios.request = ((config: AxiosRequestConfig) =>
    axios.interceptors.request.handlers?.length || axios.interceptors.response.handlers?.length
      ? requestInFull(config)
      : adapter(config)) as Axios['request'];

  return axios;
}
