/** WeChat's reply about a person as it came, laid out for reading. Shut until asked for: it masks nothing. */
import { useText } from '../../text/text.ts';
import { CopyButton } from '../CopyButton.tsx';

export function RawReply({ raw }: { raw: Record<string, unknown> }) {
  const t = useText();
  const text = JSON.stringify(raw, null, 2);
  return (
    <details className="person-raw">
      <summary>{t('lookup:person.raw')}</summary>
      <CopyButton size="small" text={text} label={t('lookup:person.copyRaw')} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region that keys cannot reach cannot be read to its end */}
      <pre tabIndex={0}>{text}</pre>
    </details>
  );
}
