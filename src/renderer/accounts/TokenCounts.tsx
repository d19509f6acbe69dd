/** How often the token was fetched today, against what WeChat allows. */
import type { TokenStatus } from '#shared/model/token.ts';
import { useText } from '../text/text.ts';
import { FORCED_PER_DAY } from './token-guard.ts';

export function TokenCounts({ status }: { status: TokenStatus }) {
  const t = useText();
  const { mode, fetchesToday, dailyLimit, forcedToday } = status;
  return (
    <dl className="token-counts">
      <div>
        <dt>{t(mode === 'shared' ? 'accounts:token.readToday' : 'accounts:token.fetchedToday')}</dt>
        <dd>
          {dailyLimit === null
            ? t('accounts:token.times', { count: fetchesToday })
            : t('accounts:token.ofLimit', { count: fetchesToday, limit: dailyLimit.toLocaleString('en') })}
        </dd>
      </div>
      {mode === 'stable' && (
        <div>
          <dt>{t('accounts:token.forcedToday')}</dt>
          <dd>{t('accounts:token.ofLimit', { count: forcedToday, limit: FORCED_PER_DAY })}</dd>
        </div>
      )}
    </dl>
  );
}
