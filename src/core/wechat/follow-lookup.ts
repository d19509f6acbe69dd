/**
 * Does this openid follow? A lone visitor's question leaves at once, as one call. Questions that come while
 * others are under way are gathered for a few milliseconds and leave together, so that a crowd costs a
 * fraction of a call each. The same question asked twice at once is asked once.
 */
import type { User } from '#shared/model/user.ts';
import type { Clock } from '../environment.ts';
import type { Credentials } from './credentials.ts';
import { LARGEST_BATCH, type UserQuestions } from './user-questions.ts';

/** @throws WeChatRefused, WeChatUnreachable */
export type Lookup = (credentials: Credentials, openid: string) => Promise<User>;

/** How long the first of a group waits for company: 3 ms cost fifty phones 5 % of their time, 2 ms 2 %. */
const GATHER_MS = 2;
/** Groups under way at which the next one waits for an answer, or until it is full. */
const GROUPS_AT_ONCE = 8;
/** After a batch was refused for what it is, the account's questions go singly for a while. */
const BATCHES_REST_MS = 60_000;

/** `asked` is null once it is answered, for the reason that once.ts gives. */
interface Question {
  asked: PromiseWithResolvers<User> | null;
}

/** One account's questions. */
interface Lane {
  credentials: Credentials;
  open: Map<string, Question>;
  queue: string[];
  groups: number;
  gathering: NodeJS.Timeout | null;
  gathered: boolean;
  batchesAgainAt: number;
}

export function createFollowLookup(dependencies: { questions: UserQuestions; clock: Clock }): Lookup {
  const { questions, clock } = dependencies;
  const lanes = new Map<string, Lane>();

  function laneOf(credentials: Credentials): Lane {
    const key = `${credentials.accountId} ${credentials.appId} ${credentials.apiBaseUrl}`;
    let lane = lanes.get(key);
    if (lane) lane.credentials = credentials;
    else {
      lane = {
        credentials,
        open: new Map(),
        queue: [],
        groups: 0,
        gathering: null,
        gathered: false,
        batchesAgainAt: 0,
      };
      lanes.set(key, lane);
    }
    return lane;
  }

  async function ask(lane: Lane, openids: readonly string[]): Promise<void> {
    const { credentials, open } = lane;
    function settle(openid: string, answer: User | Error): void {
      const question = open.get(openid);
      const asked = question?.asked;
      if (!question || !asked) return;
      open.delete(openid);
      question.asked = null;
      if (answer instanceof Error) asked.reject(answer);
      else asked.resolve(answer);
    }
    lane.groups++;
    if (clock.now() < lane.batchesAgainAt) await questions.singly(credentials, openids, settle);
    else if (!(await questions.many(credentials, openids, settle))) {
      lane.batchesAgainAt = clock.now() + BATCHES_REST_MS;
    }
    lane.groups--;
    send(lane);
  }

  function send(lane: Lane): void {
    while (
      lane.queue.length >= LARGEST_BATCH ||
      (lane.queue.length > 0 && lane.gathered && lane.groups < GROUPS_AT_ONCE)
    ) {
      void ask(lane, lane.queue.splice(0, LARGEST_BATCH));
    }
    if (lane.queue.length > 0) {
      if (!lane.gathered) lane.gathering ??= setTimeout(gathered, GATHER_MS, lane);
      return;
    }
    lane.gathered = false;
    if (lane.gathering) clearTimeout(lane.gathering);
    lane.gathering = null;
  }

  function gathered(lane: Lane): void {
    lane.gathering = null;
    lane.gathered = true;
    send(lane);
  }

  return function lookup(credentials, openid) {
    const lane = laneOf(credentials);
    const open = lane.open.get(openid)?.asked;
    if (open) return open.promise;
    const asked = Promise.withResolvers<User>();
    lane.open.set(openid, { asked });
    if (lane.groups === 0 && lane.queue.length === 0) void ask(lane, [openid]);
    else {
      lane.queue.push(openid);
      send(lane);
    }
    return asked.promise;
  };
}
