/** A piece of text as it was sent or received, laid out for reading, with a button that copies it. */
import { CopyButton } from '../components/CopyButton.tsx';
import { useText } from '../text/text.ts';
import { isCut, pretty } from './pretty.ts';
import './text-block.css';

interface TextBlockProps {
  title: string;
  /** Null or empty: there was none. */
  text: string | null;
  /** What the copy button is called. */
  copy: string;
}

export function TextBlock({ title, text, copy }: TextBlockProps) {
  const t = useText();
  const shown = text === null || text === '' ? null : pretty(text);
  return (
    <section className="text-block" aria-label={title}>
      <header>
        <strong>{title}</strong>
        {shown !== null && <CopyButton size="small" type="text" iconOnly text={shown} label={copy} />}
      </header>
      {/* Long text scrolls in its frame, so the frame must be reachable by keys. */}
      {shown === null ? (
        <p className="doctor-note">{t('doctor:call.none')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region that keys cannot reach cannot be read to its end
        <pre tabIndex={0}>{shown}</pre>
      )}
      {text !== null && isCut(text) && <p className="doctor-note">{t('doctor:call.cut')}</p>}
    </section>
  );
}
