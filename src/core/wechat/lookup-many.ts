/**
 * Looks many people up for an administrator: a hundred at a time, two calls at once, and nobody's failure is
 * anybody else's. Visitors' questions never pass through here: they neither wait for these nor go with them.
 */
import type { User } from '#shared/model/user.ts';
import type { Reason } from '#shared/model/verdict.ts';
import { createAskHundred } from './ask-hundred.ts';
import type { Credentials } from './credentials.ts';
import { failureOf } from './reason.ts';
import { LARGEST_BATCH, type Settle, type UserQuestions } from './user-questions.ts';

export interface LookupManyOptions {
  /** Called as answers come in. */
  onProgress?: (answered: number, total: number) => void;
  /** Each answer as it comes, once per different openid, with WeChat's own words about the person. */
  onAnswer?: Settle;
  /** Ends it between two calls. */
  signal?: AbortSignal;
}

/**
 * For each openid, in the order asked and duplicates included, the person or why WeChat said nothing about
 * them. @throws the signal's reason, nothing else
 */
export type LookupMany = (
  credentials: Credentials,
  openids: readonly string[],
  options?: LookupManyOptions,
) => Promise<(User | Error)[]>;

const CALLS_AT_ONCE = 2;

/** Reasons that will not be different for the next hundred. */
const HOPELESS: ReadonlySet<Reason> = new Set<Reason>([
  'credentials',
  'token',
  'ip_not_allowed',
  'quota',
  'permission',
]);

export function createLookupMany({ questions }: { questions: UserQuestions }): LookupMany {
  const askHundred = createAskHundred(questions);

  return async function lookupMany(credentials, openids, { onProgress, onAnswer, signal } = {}) {
    const different = [...new Set(openids)];
    const answers = new Map<string, User | Error>();
    let hopeless: Error | null = null;

    const settle: Settle = (openid, answer, reply) => {
      answers.set(openid, answer);
      if (answer instanceof Error && HOPELESS.has(failureOf(answer, 'lookup').reason)) hopeless = answer;
      onAnswer?.(openid, answer, reply);
    };

    let next = 0;
    async function worker(): Promise<void> {
      while (next < different.length) {
        signal?.throwIfAborted();
        const chunk = different.slice(next, next + LARGEST_BATCH);
        next += LARGEST_BATCH;
        if (hopeless) for (const openid of chunk) settle(openid, hopeless);
        else await askHundred(credentials, chunk, settle);
        onProgress?.(answers.size, different.length);
      }
    }
    await Promise.all(Array.from({ length: CALLS_AT_ONCE }, worker));
    // `askHundred` settles every openid it is given.
    return openids.map((openid) => answers.get(openid) as User | Error);
  };
}
