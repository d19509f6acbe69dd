/** Facts worth copying into a ticket or a console: name, value, and a button that copies it. */

import type { Fact } from '../text/describe-error.ts';
import { useText } from '../text/text.ts';
import { CopyButton } from './CopyButton.tsx';
import './facts.css';

export function Facts({ facts }: { facts: readonly Fact[] }) {
  const t = useText();
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            <CopyButton size="small" type="text" iconOnly text={value} label={`${t('copy')} ${name}`} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
