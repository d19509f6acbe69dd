/** What the printer gets: every sheet on a page of its own size, drawn only while the page is being printed. */
import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useText } from '../text/text.ts';
import type { Sheet } from './compose.ts';
import { SheetSvg } from './SheetSvg.tsx';

export function PrintedSheets({ sheets }: { sheets: readonly Sheet[] }) {
  const t = useText();
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as it is when this returns.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  const [first] = sheets;
  if (!isPrinting || !first) return null;
  return createPortal(
    <div className="posters-printed">
      <style>{`@page poster { size: ${first.width}mm ${first.height}mm; margin: 0; }`}</style>
      {sheets.map((sheet, index) => (
        <SheetSvg
          key={sheet.posters[0]?.gate.id}
          sheet={sheet}
          label={t('posters:sheetAlt', { sheet: index + 1 })}
        />
      ))}
    </div>,
    document.body,
  );
}
