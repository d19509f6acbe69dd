/** Codes on paper hold the public URL: said while another one is typed, because nobody can call a poster back. */
import { useText } from '../text/text.ts';
import { completeUrl } from './complete-url.ts';
import './public-url-hints.css';

/** `before` is the address in force, null while there is none. */
export function PrintedCodesHint({ before, typed }: { before: string | null; typed: string }) {
  const t = useText();
  const isOther = before !== null && completeUrl(typed).replace(/\/+$/, '') !== before;
  return (
    <div role="status">
      {isOther && <p className="url-rules-lead">{t('posters:printedBefore', { address: before })}</p>}
    </div>
  );
}
