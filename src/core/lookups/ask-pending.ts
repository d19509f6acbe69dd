/**
 * One walk through those of a look-up who have no answer: a hundred at a time, two hundreds at once, each on
 * disk before it is told. It ends with the first thing that keeps everybody from an answer; who was answered
 * by then stays answered, and the next walk leaves them out.
 */
import type { User } from '#shared/model/user.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { LookupAnswer, LookupStore } from '../storage/lookup-store.ts';
import type { LookupMany } from '../wechat/lookup-many.ts';
import { failureOf } from '../wechat/reason.ts';
import type { WeChatReply } from '../wechat/reply.ts';
import { verdictOf } from '../wechat/user-info.ts';
import { createTurns } from './turns.ts';

/** For one account, however many look-ups it runs. */
const HUNDREDS_AT_ONCE = 2;

export interface Walk {
  id: string;
  accountId: string;
  /** Asked between two hundreds. */
  isStopped(): boolean;
  /** More answers are on disk. */
  onAnswers(): void;
}

/** @returns what stopped it, or null: everybody is answered, or somebody stopped it. Never rejects. */
export type AskPending = (walk: Walk) => Promise<unknown>;

interface Settled {
  openid: string;
  answer: User | Error;
  raw: WeChatReply | undefined;
}

export function createAskPending({
  client,
  accounts,
  store,
}: {
  client: { lookupMany: LookupMany };
  accounts: Pick<Accounts, 'credentials'>;
  store: LookupStore;
}): AskPending {
  const turns = createTurns(HUNDREDS_AT_ONCE);

  /** @returns why some of them have no answer, or null. */
  async function askHundred({ id, accountId, onAnswers }: Walk, number: number): Promise<Error | null> {
    const openids = store.unanswered(id, number);
    if (openids.length === 0) return null;
    const settled: Settled[] = [];
    await client.lookupMany(accounts.credentials(accountId), openids, {
      onAnswer: (openid, answer, raw) => settled.push({ openid, answer, raw }),
    });
    const isAnybodyAnswered = settled.some(({ answer }) => !(answer instanceof Error));
    const answers = new Map<string, LookupAnswer>();
    let trouble: Error | null = null;
    for (const { openid, answer, raw } of settled) {
      const kept = answerOf(answer, raw, isAnybodyAnswered || openids.length === 1);
      if (kept instanceof Error) trouble = kept;
      else answers.set(openid, kept);
    }
    if (answers.size > 0) {
      await store.answer(id, number, answers);
      onAnswers();
    }
    return trouble;
  }

  return async function askPending(walk) {
    let trouble: unknown = null;

    async function worker(hundreds: Iterable<number>): Promise<void> {
      for (const number of hundreds) {
        const giveBack = await turns.take(walk.accountId);
        try {
          if (trouble !== null || walk.isStopped()) return;
          trouble = (await askHundred(walk, number)) ?? trouble;
        } finally {
          giveBack();
        }
      }
    }

    try {
      // One walk for all of them: whoever is free takes the next hundred.
      const hundreds = store.pending(walk.id).values();
      await Promise.all(
        Array.from({ length: HUNDREDS_AT_ONCE }, async () => {
          await worker(hundreds).catch((error: unknown) => {
            trouble = error;
          });
        }),
      );
    } catch (error) {
      trouble = error;
    }
    return trouble;
  };
}

/**
 * What is kept about one person, or the error when it is not their own: a code nobody has described is one
 * person's when it kept nobody else from an answer.
 */
function answerOf(
  answer: User | Error,
  raw: WeChatReply | undefined,
  othersAreAnswered: boolean,
): LookupAnswer | Error {
  if (!(answer instanceof Error)) return { ...verdictOf(answer), errcode: null, raw: raw ?? null };
  const { reason, errcode } = failureOf(answer, 'lookup');
  const isOnesOwn =
    reason === 'openid_rejected' ||
    (othersAreAnswered && (reason === 'bad_reply' || (reason === 'platform_error' && errcode !== null)));
  return isOnesOwn ? { verdict: 'unknown', reason, errcode, raw: null } : answer;
}
