/** What WeChat will not like about a public URL, with the remedy for each: warnings, never refusals. */
import type { AccountKind } from '#shared/model/account.ts';
import { publicUrlWarnings } from '#shared/model/public-url.ts';
import { useText } from '../text/text.ts';
import { completeUrl } from './complete-url.ts';
import { describeUrlRule } from './url-rules.ts';
import './public-url-hints.css';

/** Follows what is being typed; silent while there is nothing that could be a URL yet. */
export function TypedUrlHints({ typed, kind = null }: { typed: string; kind?: AccountKind | null }) {
  const t = useText();
  const url = completeUrl(typed);
  const rules = /^https?:\/\/[^/]/i.test(url) ? publicUrlWarnings(url, kind) : [];
  return (
    <div role="status">
      {rules.length > 0 && (
        <>
          <p className="url-rules-lead">{t('accounts:form.publicUrlWarnings')}</p>
          <UrlRules rules={rules} />
        </>
      )}
    </div>
  );
}

export function UrlRules({ rules }: { rules: readonly string[] }) {
  const t = useText();
  return (
    <ul className="url-rules">
      {rules.map((rule) => {
        const { title, remedy } = describeUrlRule(t, rule);
        return (
          <li key={rule}>
            <strong>{title}</strong> {remedy}
          </li>
        );
      })}
    </ul>
  );
}
