/** What would make these posters useless, said before they hang: a printed code cannot be called back. */
import { Button } from 'antd';
import { Callout } from '../components/Callout.tsx';
import { printTrouble } from '../components/qr/density.ts';
import { hashOf } from '../routing.ts';
import { useText } from '../text/text.ts';
import type { Printing } from './use-printing.ts';

export function Warnings({ printing }: { printing: Printing }) {
  const t = useText();
  const { sheets, address, danger } = printing;
  const code = sheets[0]?.posters[0]?.code;
  const trouble = code ? printTrouble(code.shape, code.box.width / code.shape.side) : null;
  const setUrl = (
    <div className="callout-actions">
      <Button size="small" href={hashOf('settings')}>
        {t('posters:setPublicUrl')}
      </Button>
    </div>
  );
  return (
    <>
      {danger === 'sandbox' && (
        <Callout tone="warning" title={t('posters:loopback.title')}>
          <p>{t('posters:loopback.sandbox')}</p>
        </Callout>
      )}
      {danger === 'loopback' && (
        <Callout tone="danger" title={t('posters:loopback.title')}>
          <p>{t('posters:loopback.body')}</p>
          {setUrl}
        </Callout>
      )}
      {danger === 'unsettled' && (
        <Callout tone="warning" title={t('posters:unsettled.title')}>
          <p>{t('posters:unsettled.body')}</p>
          {setUrl}
        </Callout>
      )}
      {trouble && <Callout tone="warning" title={t(`posters:trouble.${trouble}`)} />}
      {address !== null && danger === null && (
        <p className="posters-carries">{t('posters:carries', { address })}</p>
      )}
    </>
  );
}
