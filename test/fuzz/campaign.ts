/** Shoots at the door until the plan is fulfilled or something breaks, and says what happened in numbers. */
import type { Fault } from './answers.ts';
import { type Conversation, conversationOf } from './conversation.ts';
import { type Scene, setScene } from './scene.ts';
import { shrink } from './shrink.ts';
import type { Target } from './target.ts';
import { type Door, type Heard, hold } from './wire.ts';

export interface Plan {
  seed: number;
  /** Ends when either is reached. */
  requests: number;
  seconds: number;
  /** The first conversation's number. */
  from: number;
  /** Hears how far it is, about once a second. */
  heard?(tally: Tally): void;
}

export interface Tally {
  requests: number;
  conversations: number;
  seconds: number;
  /** How many answers had each status. */
  statuses: Record<number, number>;
  visits: number;
  slowestVisitMs: number;
  memoryMb: { first: number; most: number; last: number };
}

export interface Failure {
  fault: Fault | { kind: 'memory' | 'log' | 'visitor' | 'exit'; detail: string };
  /** The conversations under way; run again with `--from` the lowest of them. */
  conversations: readonly number[];
  /** The smallest that still fails, request by request. */
  smallest: readonly string[] | null;
}

const AT_ONCE = 64;
const TICK_MS = 1000;
const FALL_MS = 500;
/** The heap of the target ends at 256 MB; what it holds outside the heap has an end too. */
const MOST_MEMORY_MB = 600;

export async function runCampaign(plan: Plan): Promise<{ tally: Tally; failure: Failure | null }> {
  const scene = await setScene();
  const { target, visitors, door } = scene;
  const startedAt = performance.now();
  const memoryMb = { first: await target.memoryMb(), most: 0, last: 0 };
  const tally: Tally = {
    requests: 0,
    conversations: 0,
    seconds: 0,
    statuses: {},
    visits: 0,
    slowestVisitMs: 0,
    memoryMb,
  };
  const underWay = new Map<number, Conversation>();
  let next = plan.from;
  let failure: Failure | null = null;

  function fail(fault: Failure['fault'], suspects = underWay): void {
    failure ??= { fault, conversations: [...suspects.keys()], smallest: null };
  }

  async function talk(): Promise<void> {
    while (failure === null && tally.requests < plan.requests && tally.seconds < plan.seconds) {
      const index = next++;
      const conversation = conversationOf(plan.seed, index);
      underWay.set(index, conversation);
      const { statuses, fault } = await holdFairly(conversation, door);
      // A process that falls takes its connections along a moment before it is known to be gone.
      if (fault) await Promise.race([target.ended, new Promise((resolve) => setTimeout(resolve, FALL_MS))]);
      if (!target.isAlive()) fail({ kind: 'crash', detail: lastWords(target) });
      else if (fault) fail(fault, new Map([[index, conversation]]));
      underWay.delete(index);
      tally.conversations++;
      // What was sent behind the last answer did not count for the listener, nor does it here.
      tally.requests += statuses.length + (conversation.endsInRuin || statuses.length === 0 ? 1 : 0);
      tally.seconds = (performance.now() - startedAt) / 1000;
      for (const status of statuses) tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
    }
  }

  async function look(): Promise<void> {
    const { visits, slowestMs } = visitors.count();
    tally.visits = visits;
    tally.slowestVisitMs = slowestMs;
    memoryMb.last = await target.memoryMb();
    memoryMb.most = Math.max(memoryMb.most, memoryMb.last);
    if (memoryMb.last > MOST_MEMORY_MB) fail({ kind: 'memory', detail: `${memoryMb.last} MB` });
    const wrong = visitors.wrong();
    if (wrong !== null && target.isAlive()) fail({ kind: 'visitor', detail: wrong });
    const [error] = target.log().errors;
    if (error !== undefined && target.isAlive()) fail({ kind: 'log', detail: error });
    plan.heard?.(tally);
  }

  let ticking = true;
  async function tick(): Promise<void> {
    while (ticking) {
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
      await look();
    }
  }
  const ticks = tick();
  await Promise.all(Array.from({ length: AT_ONCE }, talk));
  ticking = false;
  await ticks;
  await look();
  await leave(scene, fail);
  return { tally, failure: await withSmallest(failure, plan.seed) };
}

function lastWords(target: Target): string {
  const { errors, last } = target.log();
  return errors.at(-1) ?? last.slice(-5).join('\n');
}

/** What was lost only because the connection was reset is asked again, each on a connection of its own. */
async function holdFairly(conversation: Conversation, door: Door): Promise<Heard> {
  const heard = await hold(conversation, door);
  if (heard.fault?.kind !== 'no_answer' || !heard.isReset) return heard;
  const { requests, endsInRuin } = conversation;
  const unanswered = requests.slice(heard.statuses.length, endsInRuin ? -1 : undefined);
  const statuses = [...heard.statuses];
  for (const request of unanswered) {
    const alone = await hold({ requests: [request], endsInRuin: false, cuts: [], ending: 'wait' }, door);
    if (alone.fault) return alone;
    statuses.push(...alone.statuses);
  }
  return { statuses, fault: null, isReset: true };
}

/** Everybody goes home, and FollowDesk ends as it should. */
async function leave(
  { target, visitors, close }: Scene,
  fail: (fault: Failure['fault']) => void,
): Promise<void> {
  if (target.isAlive()) {
    await visitors.close();
    const code = await target.stop();
    if (code !== 0) fail({ kind: 'exit', detail: `exit code ${code}: ${lastWords(target)}` });
  }
  await close();
}

async function withSmallest(failure: Failure | null, seed: number): Promise<Failure | null> {
  if (failure === null) return null;
  const { kind } = failure.fault;
  if (kind === 'memory' || kind === 'log' || kind === 'visitor' || kind === 'exit') return failure;
  const suspects = failure.conversations.map((index) => conversationOf(seed, index));
  return { ...failure, smallest: await shrink(suspects, kind) };
}
