/** The ways out of the screen: a PDF, pictures, the printer. */
import { FileImageOutlined, FilePdfOutlined, PrinterOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Callout } from '../components/Callout.tsx';
import { useText } from '../text/text.ts';
import type { Sheet } from './compose.ts';
import { savePdf, savePngs } from './save-sheets.ts';

export function SaveSheets({ sheets, name }: { sheets: readonly Sheet[]; name: string }) {
  const t = useText();
  const [begun, setBegun] = useState(0);
  const save = useMutation({
    mutationFn: (kind: 'pdf' | 'png') =>
      (kind === 'pdf' ? savePdf : savePngs)(sheets, { name, onSheet: setBegun }),
  });
  const isIdle = sheets.length > 0 && !save.isPending;
  const isMaking = (kind: 'pdf' | 'png') => save.isPending && save.variables === kind;
  return (
    <div className="posters-save">
      {save.error && (
        <Callout tone="danger" title={t('posters:failed')} onDismiss={save.reset}>
          <p>{t('posters:failedWhy')}</p>
        </Callout>
      )}
      <span className="posters-progress" role="status">
        {save.isPending && t('posters:working', { sheet: begun, sheets: sheets.length })}
      </span>
      <Button icon={<PrinterOutlined />} disabled={!isIdle} onClick={() => window.print()}>
        {t('posters:print')}
      </Button>
      <Button
        icon={<FileImageOutlined />}
        disabled={!isIdle}
        loading={isMaking('png')}
        onClick={() => save.mutate('png')}
      >
        {t('posters:png')}
      </Button>
      <Button
        type="primary"
        icon={<FilePdfOutlined />}
        disabled={!isIdle}
        loading={isMaking('pdf')}
        onClick={() => save.mutate('pdf')}
      >
        {t('posters:pdf')}
      </Button>
    </div>
  );
}
