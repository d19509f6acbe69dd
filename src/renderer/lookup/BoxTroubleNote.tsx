/** Why a file or a line could not be read, and what to do about it. */
import { Button } from 'antd';
import { Callout } from '../components/Callout.tsx';
import { useText } from '../text/text.ts';
import type { Box } from './use-box.ts';

export function BoxTroubleNote({ box }: { box: Box }) {
  const t = useText();
  if (box.trouble === null) return null;
  return (
    <Callout
      tone={box.trouble === 'not_one' ? 'warning' : 'danger'}
      title={t(`lookup:trouble.${box.trouble}.title`)}
    >
      <p>{t(`lookup:trouble.${box.trouble}.remedy`)}</p>
      {box.trouble === 'not_one' && (
        <div className="callout-actions">
          <Button size="small" onClick={box.sendAnyway}>
            {t('lookup:trouble.anyway')}
          </Button>
        </div>
      )}
    </Callout>
  );
}
