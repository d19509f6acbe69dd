/** Asks WeChat again and again while the step is on screen and its page is visible, until the address is let in. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountGuide } from '../guide.ts';
import { STEP_CHECKS } from '../steps.ts';
import { type Watch, watchOf } from './watch-pace.ts';

export type CurrentWatch = Watch | { state: 'off' };

export function useWhitelistWatch({ account, examination }: AccountGuide): CurrentWatch {
  const [startedAt] = useState(Date.now);
  const watch = currentWatch({ account, examination }, startedAt);
  const { examine } = examination;
  const everyMs = watch.state === 'watching' ? watch.everyMs : false;
  useQuery({
    queryKey: ['setup', 'whitelist', account.id],
    queryFn: async () => {
      await examine(account, STEP_CHECKS.whitelist);
      return Date.now();
    },
    enabled: everyMs !== false,
    // What was answered when the guide opened is good for one interval.
    initialData: 0,
    initialDataUpdatedAt: Date.now,
    refetchInterval: everyMs,
    staleTime: everyMs === false ? 0 : everyMs,
    gcTime: 0,
    retry: false,
  });
  return watch;
}

function currentWatch(
  { examination }: Pick<AccountGuide, 'account' | 'examination'>,
  startedAt: number,
): CurrentWatch {
  const { whitelist } = examination.findings;
  const at = examination.askedAt('whitelist');
  // Skipped: something before it must be mended first, and asking again mends nothing.
  if (!whitelist || at === null || whitelist.state === 'skipped') return { state: 'off' };
  return watchOf(whitelist.state, whitelist.errcode, Date.parse(at), Date.now() - startedAt);
}
