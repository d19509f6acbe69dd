/** Token: can a global access token be had from this machine, and do others leave it alone? */
import type { Finding } from '#shared/model/doctor.ts';
import type { TokenStatus } from '#shared/model/token.ts';
import type { Clock } from '../../environment.ts';
import { TokenServiceFailed } from '../../errors.ts';
import { isAnswered, obstacleOf, type WeChatAnswers } from '../ask-wechat.ts';
import type { Facts } from '../causes.ts';
import { blocked, failedBy, passed, wrong } from '../finding.ts';

/** Below this part of the day's fetches the token may not last the evening. */
const FEW_LEFT = 0.1;

/** `status` is asked for after the token was used: only then does it know of one that died. */
export async function checkToken(
  wechat: Pick<WeChatAnswers, 'token' | 'api' | 'person'>,
  status: () => TokenStatus,
  clock: Clock,
): Promise<Finding> {
  const refusal = await refusalOf(wechat);
  if (refusal) {
    const obstacle = obstacleOf(refusal.error);
    if (obstacle !== null && obstacle !== 'token') return blocked('token', obstacle, refusal.error);
    const { error } = refusal;
    if (error instanceof TokenServiceFailed) {
      const { kind, status: answered } = error;
      const facts: Facts = { mode: 'shared', ...(answered === null ? {} : { status: String(answered) }) };
      return wrong('token', 'failed', `service_${kind}`, facts);
    }
    return failedBy('token', error, factsOf(status(), clock.now()));
  }
  const now = status();
  const facts = factsOf(now, clock.now());
  if (now.stolenAt !== null) return wrong('token', 'warning', 'token_taken', facts);
  if (now.dailyLimit !== null && now.dailyLimit - now.fetchesToday < now.dailyLimit * FEW_LEFT)
    return wrong('token', 'warning', 'token_fetches_low', facts);
  return passed('token', facts);
}

/** Why there is no token, or none that WeChat accepts: one kept from before may be dead. */
async function refusalOf(
  wechat: Pick<WeChatAnswers, 'token' | 'api' | 'person'>,
): Promise<{ error: unknown } | null> {
  const token = await wechat.token();
  if (!token.ok) return token;
  const api = await wechat.api();
  // A relay may pass on nothing but what visitors need.
  const used = isAnswered(api) ? api : await wechat.person();
  return used?.ok === false && obstacleOf(used.error) === 'token' ? used : null;
}

function factsOf(status: TokenStatus, now: number): Facts {
  const { mode, fetchedAt, expiresAt, fetchesToday, dailyLimit, stolenAt, takenAbout } = status;
  return {
    mode,
    ...(fetchedAt ? { fetchedAt, ageSeconds: String(Math.round((now - Date.parse(fetchedAt)) / 1000)) } : {}),
    ...(expiresAt ? { expiresAt } : {}),
    ...(dailyLimit === null ? {} : { fetchesToday: String(fetchesToday), dailyLimit: String(dailyLimit) }),
    ...(stolenAt ? { noticedAt: stolenAt } : {}),
    ...(takenAbout ? { takenAbout } : {}),
  };
}
