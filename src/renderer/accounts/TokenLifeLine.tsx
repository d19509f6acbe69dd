/** How much of the token's life is left, as a bar that empties and in words. */
import type { TokenStatus } from '#shared/model/token.ts';
import { useNow } from '../components/use-now.ts';
import { clockTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { describeDuration } from './duration.ts';
import { lifeOf } from './token-guard.ts';

export function TokenLifeLine({ status }: { status: TokenStatus }) {
  const t = useText();
  const now = useNow(1000);
  const life = lifeOf(status, now);
  if (status.fetchedAt === null) return <p className="token-life">{t('accounts:token.none')}</p>;
  if (life === null) return <p className="token-life">{t('accounts:token.noExpiry')}</p>;
  if (life.secondsLeft === 0) return <p className="token-life">{t('accounts:token.expired')}</p>;
  const left = t('accounts:token.left', { left: describeDuration(t, life.secondsLeft) });
  const age =
    life.secondsOld < 5
      ? t('accounts:token.justNow')
      : t('accounts:token.age', { age: describeDuration(t, life.secondsOld) });
  return (
    <div className="token-life">
      <span className="token-bar" aria-hidden="true">
        <span style={{ width: `${life.share * 100}%` }} />
      </span>
      <strong>{left}</strong>
      <span>
        {t('accounts:token.until', { time: clockTime(status.expiresAt ?? status.fetchedAt) })} · {age}
      </span>
    </div>
  );
}
