/**
 * Which faults are switched on, and whom they strike. The rule: a fault says what goes wrong and how often;
 * carrying it out is the platform's business, so every way of switching one on behaves the same.
 */
import { type FaultName, faultKinds, pathMatches } from './fault-kinds.ts';
import { type IpRefusalFormat, isIpRefusalFormat } from './ip-refusal.ts';
import { type Refusal, refuse } from './refusals.ts';

export interface FaultOptions {
  /** Strike this often, then be gone. Default: until switched off. */
  times?: number;
  /** Strike only these paths (exact, or a prefix ending in `*`). */
  paths?: readonly string[];
  /** Strike this share of the calls, 0..1. Default 1. */
  probability?: number;
  /** Milliseconds for `slow`, seconds for `dateSkew`, the status for `httpStatus`, the form for `ipNotAllowed`. */
  value?: number;
}

interface AnswerFault {
  path: string;
  errcode: number;
  errmsg?: string;
  times?: number;
  probability?: number;
}

/** One switched-on fault as told to the outside; `times` is what is left. */
export type ActiveFault =
  | ({ name: FaultName } & FaultOptions)
  | ({ name: 'answer'; errcode: number; errmsg: string } & FaultOptions);

export interface Faults {
  /** Switch on, in the place of an earlier one of that name. */
  on(name: FaultName, options?: FaultOptions): void;
  /** Answer any path with any code. Several can be on; the first that matches answers. */
  answer(fault: AnswerFault): void;
  /** Switch one off, or all of them. */
  off(name?: FaultName | 'answer'): void;
  list(): ActiveFault[];
}

/** What goes wrong with one call. */
export interface Strike {
  /** Added to the latency, in milliseconds. */
  delay: number;
  /** Added to the date of the answer, in seconds. */
  dateSkew: number;
  /** Instead of the answer; the connection or status kinds come without a refusal. */
  instead:
    | { name: FaultName | 'answer'; refusal?: Refusal; ipFormat?: IpRefusalFormat; status?: number }
    | undefined;
  controlCharacters: boolean;
  markup: boolean;
  missingSubscribe: boolean;
  doubleCallback: boolean;
}

const flags = ['controlCharacters', 'markup', 'missingSubscribe', 'doubleCallback'] as const;

function isFlag(name: string): name is (typeof flags)[number] {
  return flags.some((flag) => flag === name);
}

export type FaultBoard = ReturnType<typeof createFaultBoard>;

export function createFaultBoard({ dice, dropTokens }: { dice: () => number; dropTokens: () => void }) {
  let active: ActiveFault[] = [];

  function strikes(fault: ActiveFault, path: string): boolean {
    const kind = fault.name === 'answer' ? undefined : faultKinds[fault.name];
    const inPlace =
      fault.paths === undefined
        ? kind !== undefined && pathMatches(path, kind.paths) && !pathMatches(path, kind.except ?? [])
        : pathMatches(path, fault.paths);
    return inPlace && (fault.probability === undefined || dice() < fault.probability);
  }

  function use(fault: ActiveFault): void {
    // A storm without a count is one event: the tokens are replaced, and whoever fetches anew is well again.
    const once = fault.name === 'tokenStorm' && fault.times === undefined;
    if (once) dropTokens();
    if (fault.times !== undefined) fault.times -= 1;
    if (once || fault.times === 0) active = active.filter((other) => other !== fault);
  }

  function instead(fault: ActiveFault): NonNullable<Strike['instead']> {
    if (fault.name === 'answer') return { name: 'answer', refusal: refuse(fault.errcode, fault.errmsg) };
    const { errcode, value } = faultKinds[fault.name];
    if (errcode !== undefined) {
      const ipFormat = isIpRefusalFormat(fault.value) ? fault.value : undefined;
      return { name: fault.name, refusal: refuse(errcode), ipFormat };
    }
    if (value.means === 'status') return { name: fault.name, status: fault.value ?? value.default };
    return { name: fault.name };
  }

  const faults: Faults = {
    on(name, options = {}) {
      active = active.filter((fault) => fault.name !== name);
      if (options.times === undefined || options.times > 0) active.push({ name, ...options });
    },
    answer({ path, errcode, errmsg, times, probability }) {
      const text = refuse(errcode, errmsg).errmsg;
      active.push({ name: 'answer', paths: [path], errcode, errmsg: text, times, probability });
    },
    off(name) {
      active = name === undefined ? [] : active.filter((fault) => fault.name !== name);
    },
    list: () => active.map((fault) => ({ ...fault })),
  };

  return {
    faults,
    /** What strikes this call; undefined, and quick, when nothing is on. */
    strike(path: string): Strike | undefined {
      if (active.length === 0) return undefined;
      const strike: Strike = {
        delay: 0,
        dateSkew: 0,
        instead: undefined,
        controlCharacters: false,
        markup: false,
        missingSubscribe: false,
        doubleCallback: false,
      };
      for (const fault of active) {
        const { name } = fault;
        const mild = name === 'slow' || name === 'dateSkew' || isFlag(name);
        // One call fails in one way: a second failure keeps its count for the next call.
        if ((!mild && strike.instead !== undefined) || !strikes(fault, path)) continue;
        use(fault);
        if (name === 'slow') strike.delay += fault.value ?? faultKinds.slow.value.default ?? 0;
        else if (name === 'dateSkew')
          strike.dateSkew += fault.value ?? faultKinds.dateSkew.value.default ?? 0;
        else if (isFlag(name)) strike[name] = true;
        else strike.instead = instead(fault);
      }
      return strike;
    },
  };
}
