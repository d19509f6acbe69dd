/**
 * A hundred people asked about for an administrator, one call after another and as few as can be. WeChat
 * refuses a whole batch for one bad openid without saying which: the batch is halved until it stands alone,
 * which costs a dozen calls where asking singly would cost a hundred.
 */
import type { User } from '#shared/model/user.ts';
import type { Reason } from '#shared/model/verdict.ts';
import { WeChatRefused } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import { failureOf } from './reason.ts';
import { ASK_SINGLY, asError, type Settle, type UserQuestions } from './user-questions.ts';

/** At most a hundred different openids; settles each once and never throws. */
export type AskHundred = (
  credentials: Credentials,
  openids: readonly string[],
  settle: Settle,
) => Promise<void>;

/** With more bad ones than four or five in a hundred, halving costs more than asking singly. */
const MOST_REFUSED = 20;

/** "Slower, retry next minute": not the moment to ask in any other way. */
const MINUTE_QUOTA = 45011;

/** What one person can be refused for while the next one is answered. */
const ONES_OWN: ReadonlySet<Reason> = new Set<Reason>(['openid_rejected', 'platform_error', 'bad_reply']);

export function createAskHundred(questions: UserQuestions): AskHundred {
  return async function askHundred(credentials, openids, settle) {
    let batchesLeft = MOST_REFUSED;
    /** Keeps everybody from an answer, so nobody else is asked. */
    let trouble: Error | null = null;

    async function one(openid: string): Promise<User | Error> {
      if (trouble === null) return questions.one(credentials, openid, settle);
      settle(openid, trouble);
      return trouble;
    }

    /** @returns whether WeChat refused somebody among them. */
    async function singly(people: readonly string[]): Promise<boolean> {
      let isRefused = false;
      for (const openid of people) {
        const answer = await one(openid);
        if (!(answer instanceof Error)) continue;
        const reason = reasonOf(answer);
        isRefused ||= reason === 'openid_rejected';
        if (!ONES_OWN.has(reason)) trouble = answer;
      }
      return isRefused;
    }

    /** The interface itself may be at fault; when the first gets no answer alone either, it was not that. */
    async function withoutBatches(people: readonly string[]): Promise<boolean> {
      const [first = '', ...others] = people;
      batchesLeft = 0;
      const answer = await one(first);
      if (answer instanceof Error && reasonOf(answer) !== 'openid_rejected') trouble = answer;
      return singly(others);
    }

    /** @returns whether WeChat refused somebody among them. */
    async function ask(people: readonly string[]): Promise<boolean> {
      if (people.length === 1 || trouble !== null || batchesLeft === 0) return singly(people);
      const leftOut = await questions.batch(credentials, people, settle).catch(asError);
      if (!(leftOut instanceof Error)) return singly(leftOut);
      if (reasonOf(leftOut) === 'openid_rejected') {
        batchesLeft -= 1;
        await halve(people);
        return true;
      }
      if (isWorthAskingSingly(leftOut)) return withoutBatches(people);
      trouble = leftOut;
      return singly(people);
    }

    /** Somebody among them is refused. When nobody on the left is, the right need not be asked as a whole. */
    async function halve(people: readonly string[]): Promise<void> {
      const half = people.length >> 1;
      const isOnTheLeft = await ask(people.slice(0, half));
      const right = people.slice(half);
      if (isOnTheLeft || right.length === 1) await ask(right);
      else await halve(right);
    }

    await ask(openids);
  };
}

function reasonOf(error: Error): Reason {
  return failureOf(error, 'lookup').reason;
}

function isWorthAskingSingly(error: Error): boolean {
  const isTooFast = error instanceof WeChatRefused && error.errcode === MINUTE_QUOTA;
  return !isTooFast && ASK_SINGLY.has(reasonOf(error));
}
