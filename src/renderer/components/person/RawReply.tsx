/** WeChat's reply about a person as it came, laid out for reading. It masks nothing: until asked for it is not there. */
import { useState } from 'react';
import { useText } from '../../text/text.ts';
import { CopyButton } from '../CopyButton.tsx';

export function RawReply({ raw }: { raw: Record<string, unknown> }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const text = JSON.stringify(raw, null, 2);
  return (
    <details className="person-raw" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('lookup:person.raw')}</summary>
      {open && (
        <>
          <CopyButton size="small" text={text} label={t('lookup:person.copyRaw')} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region that keys cannot reach cannot be read to its end */}
          <pre tabIndex={0}>{text}</pre>
        </>
      )}
    </details>
  );
}
