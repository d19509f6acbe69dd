/** Why one person of a look-up is unknown: nobody stands at a door who could scan again. */
import type { LookupResult } from '#shared/model/user.ts';
import { describeReason } from '../../text/describe-error.ts';
import type { Text } from '../../text/text.ts';

type Unknown = Pick<LookupResult, 'errcode'> & { reason: NonNullable<LookupResult['reason']> };

/** As `describeReason` of the same failure. */
export function describeAnswer(t: Text, { reason, errcode }: Unknown): ReturnType<typeof describeReason> {
  const described = describeReason(t, reason, errcode);
  if (reason === 'no_subscribe') return { ...described, remedy: t('lookup:unknown.no_subscribe.remedy') };
  if (reason !== 'openid_rejected') return described;
  // Without a code of WeChat's, it was never asked.
  const cause = errcode === null ? 'not_asked' : 'rejected';
  return {
    ...described,
    title: t(`lookup:unknown.${cause}.title`),
    remedy: t(`lookup:unknown.${cause}.remedy`),
  };
}
