/**
 * The shape of one API path. The rule: an endpoint only says what it answers; methods, tokens, quotas, faults
 * and latency are the platform's business and are the same for all.
 */
import type { SimulatedApp } from './apps.ts';
import type { Right } from './rights.ts';

export interface ApiCall {
  readonly path: string;
  /** The first value of each query parameter, decoded. */
  readonly query: Readonly<Record<string, string | undefined>>;
  /** The raw request body; empty when there is none. */
  readonly body: string;
}

export interface BusinessCall extends ApiCall {
  /** The account the global access_token belongs to. */
  readonly app: SimulatedApp;
}

/** Answers are what is sent as JSON; one with a non-zero `errcode` is a refusal. */
export type Endpoint =
  | { method: 'GET' | 'POST'; path: string; needs: 'nothing'; answer(call: ApiCall): object }
  | {
      method: 'GET' | 'POST';
      path: string;
      needs: 'token';
      right?: Right;
      answer(call: BusinessCall): object;
    };
