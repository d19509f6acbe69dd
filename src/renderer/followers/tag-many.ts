/**
 * One tag for many people, a few hundred in a question, so that it can be watched and stopped. The rule: whoever
 * was not reached, for whatever cause, is told apart from whom WeChat refused.
 */
import type { Tagging, TaggingReport } from '#shared/model/tag.ts';

/** Ten calls at WeChat: a few seconds. */
const PEOPLE_AT_ONCE = 500;

export interface TaggedMany extends TaggingReport {
  /** People who were dealt with. */
  done: number;
  /** What ended it early; null when nothing did. */
  error: unknown;
}

export async function tagMany(
  tag: (tagging: Tagging) => Promise<TaggingReport>,
  { openids, ...tagging }: Tagging,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<TaggedMany> {
  const report: TaggedMany = { done: 0, changed: 0, failures: [], error: null };
  try {
    while (report.done < openids.length && !signal.aborted) {
      const some = openids.slice(report.done, report.done + PEOPLE_AT_ONCE);
      const { changed, failures } = await tag({ ...tagging, openids: some });
      report.changed += changed;
      report.failures.push(...failures);
      report.done += some.length;
      onProgress(report.done);
    }
  } catch (error) {
    report.error = error;
  }
  return report;
}
