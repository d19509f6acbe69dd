/** How dense a code is and from how far it reads as it is drawn now; why, for whoever points at it. */
import { WarningFilled } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useMemo } from 'react';
import { useText } from '../../text/text.ts';
import { densityOf, leastWidth, MM_PER_PIXEL, readableDistance, roundDistance } from './density.ts';
import { qrShape } from './qr-shape.ts';
import './qr.css';

/** From here on a code is the size of WeChat's own address, and no hall can read it. */
const DENSE = 45;
/** What the explanation counts with. */
const FAR_MM = 3_000;

/** `module` is how wide one is drawn, in CSS pixels. */
export function DensityMeter({ text, module }: { text: string; module: number }) {
  const t = useText();
  const shape = useMemo(() => qrShape(text), [text]);
  const { version, modules, level } = densityOf(shape);
  const { amount, unit } = roundDistance(readableDistance(module * MM_PER_PIXEL));
  const distance = t(`desk:density.${unit}`, { amount });
  const dense = modules >= DENSE;
  const words = [`${modules}×${modules}`, t('desk:density.reads', { distance })];
  if (dense) words.push(t('desk:density.dense'));
  const least = Math.ceil(leastWidth(shape, FAR_MM) / 10);
  return (
    <Tooltip
      title={t('desk:density.why', { version, modules, level, least })}
      trigger={['hover', 'focus']}
      placement="right"
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be there for the keyboard, too */}
      <span className="density" data-dense={dense} data-testid="density" tabIndex={0}>
        {dense && <WarningFilled aria-hidden />} {words.join(' · ')}
      </span>
    </Tooltip>
  );
}
