/** One sheet at a time, as it will be on paper, and from how far its codes read. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { densityOf, leastWidth, readableDistance, roundDistance } from '../components/qr/density.ts';
import { useText } from '../text/text.ts';
import type { PlacedCode, Sheet } from './compose.ts';
import { SheetSvg } from './SheetSvg.tsx';

/** What the explanation counts with. */
const FAR_MM = 3_000;

export function SheetPreview({ sheets }: { sheets: readonly Sheet[] }) {
  const t = useText();
  const [wanted, setWanted] = useState(0);
  const at = Math.max(0, Math.min(wanted, sheets.length - 1));
  const sheet = sheets[at];
  const code = sheet?.posters[0]?.code;
  if (!sheet || !code) return null;
  return (
    <>
      <div className="posters-preview">
        <SheetSvg sheet={sheet} label={t('posters:sheetAlt', { sheet: at + 1 })} />
      </div>
      <div className="posters-turn">
        <Button
          icon={<LeftOutlined />}
          aria-label={t('posters:previous')}
          disabled={at === 0}
          onClick={() => setWanted(at - 1)}
        />
        <span data-testid="sheet-count">{t('posters:sheet', { sheet: at + 1, sheets: sheets.length })}</span>
        <Button
          icon={<RightOutlined />}
          aria-label={t('posters:next')}
          disabled={at === sheets.length - 1}
          onClick={() => setWanted(at + 1)}
        />
        <CodeSize code={code} />
      </div>
    </>
  );
}

function CodeSize({ code: { box, shape } }: { code: PlacedCode }) {
  const t = useText();
  const { unit, amount } = roundDistance(readableDistance(box.width / shape.side));
  const distance = t(`desk:density.${unit}`, { amount });
  const why = t('posters:sizeWhy', {
    modules: densityOf(shape).modules,
    least: Math.ceil(leastWidth(shape, FAR_MM) / 10),
  });
  return (
    <Tooltip title={why} trigger={['hover', 'focus']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be there for the keyboard, too */}
      <span className="density" data-testid="code-size" tabIndex={0}>
        {t('posters:size', { width: (box.width / 10).toFixed(1), distance })}
      </span>
    </Tooltip>
  );
}
