/** From a conversation that went wrong to the smallest thing that still does, on a new door after each fall. */
import type { Fault } from './answers.ts';
import type { Conversation } from './conversation.ts';
import { type Scene, setScene } from './scene.ts';
import { smallest } from './smallest.ts';
import { hold } from './wire.ts';

const TRIES = 400;
/** Short: what hangs is asked for many times. */
const PATIENCE_MS = 3000;
/** How long a process may take to fall after the bytes that end it. */
const FALL_MS = 150;

/** What to send, as few requests and bytes as were found; null when it went wrong only that once. */
export async function shrink(
  suspects: readonly Conversation[],
  kind: Fault['kind'],
): Promise<string[] | null> {
  let scene: Scene = await setScene();

  async function fails(requests: readonly string[]): Promise<boolean> {
    if (!scene.target.isAlive()) {
      await scene.close();
      scene = await setScene();
    }
    const owesAnswers = kind === 'no_answer' && !suspects.some(({ endsInRuin }) => endsInRuin);
    const attempt = { requests, endsInRuin: !owesAnswers, cuts: [], ending: 'half-close' } as const;
    const { fault } = await hold(attempt, scene.door, PATIENCE_MS);
    if (kind !== 'crash') return fault?.kind === kind;
    return Promise.race([
      scene.target.ended.then(() => true),
      new Promise<boolean>((resolve) => setTimeout(resolve, FALL_MS, false)),
    ]);
  }

  try {
    for (const { requests } of suspects) {
      if (!(await fails(requests))) continue;
      const few = await smallest(requests, fails, TRIES);
      // Part of a request is owed no answer.
      if (few.length > 1 || kind === 'no_answer') return [...few];
      const bytes = await smallest([...(few[0] ?? '')], (part) => fails([part.join('')]), TRIES);
      return [bytes.join('')];
    }
    return null;
  } finally {
    await scene.close();
  }
}
