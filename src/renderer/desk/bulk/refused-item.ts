/** Which of the entries the host did not accept, by the place its answer names. */
import { isAnswer } from '../../host/failures.ts';

/** Counted from 0; null when the failure is not about one of them. */
export function refusedItem(error: unknown): number | null {
  if (!isAnswer(error) || error.code !== 'BAD_REQUEST') return null;
  const issues = (error.data as { issues?: readonly { path?: readonly unknown[] }[] } | undefined)?.issues;
  const [list, item] = issues?.[0]?.path ?? [];
  return list === 'items' && /^\d+$/.test(String(item)) ? Number(item) : null;
}
