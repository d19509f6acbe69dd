/** The reasons that a table shows by their names, explained once under it. */
import type { Reason } from '#shared/model/verdict.ts';
import type { Context } from './context.ts';

export function createReasonsMet({ given, terminal, text }: Context) {
  const met = new Set<Reason>();
  return {
    remember(rows: readonly { reason: Reason | null }[]): void {
      for (const { reason } of rows) if (reason !== null) met.add(reason);
    },
    /** Nothing with --json: programs know the names. */
    explain(): void {
      if (given.json) return;
      for (const reason of met) terminal.say(text.reason(reason, text.reasons[reason]));
    },
  };
}
