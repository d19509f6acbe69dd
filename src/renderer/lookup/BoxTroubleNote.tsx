/** Why a file or a line could not be read, or holds no openid, and what to do about it. */
import { Button } from 'antd';
import { Callout } from '../components/Callout.tsx';
import { useText } from '../text/text.ts';
import type { Box, BoxTrouble } from './use-box.ts';

/** Nothing is broken: it is only not what was wanted. */
const MILD: ReadonlySet<BoxTrouble> = new Set<BoxTrouble>(['not_one', 'none_here', 'masked']);

export function BoxTroubleNote({ box }: { box: Box }) {
  const t = useText();
  if (box.trouble === null) return null;
  const { what, fileName } = box.trouble;
  const title = t(`lookup:trouble.${what}.title`);
  return (
    <Callout
      tone={MILD.has(what) ? 'warning' : 'danger'}
      title={fileName === null ? title : t('lookup:trouble.of', { fileName, title })}
    >
      <p>{t(`lookup:trouble.${what}.remedy`)}</p>
      {what === 'not_one' && (
        <div className="callout-actions">
          <Button size="small" onClick={box.sendAnyway}>
            {t('lookup:trouble.anyway')}
          </Button>
        </div>
      )}
    </Callout>
  );
}
