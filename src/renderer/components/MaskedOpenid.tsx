/** An openid is personal data: masked until somebody asks for it, one by one, unless the settings show them all. */
import { EyeInvisibleOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useText } from '../text/text.ts';
import { CopyButton } from './CopyButton.tsx';
import { maskOpenid } from './mask-openid.ts';
import { useMaskOpenids } from './use-mask-openids.ts';
import './masked-openid.css';

export function MaskedOpenid({ openid }: { openid: string }) {
  const t = useText();
  const masked = useMaskOpenids();
  const [turned, setTurned] = useState(false);
  const revealed = masked ? turned : !turned;
  return (
    <span className="masked-openid">
      <button
        type="button"
        aria-pressed={revealed}
        title={revealed ? t('hide') : t('reveal')}
        onClick={() => setTurned(!turned)}
      >
        <code>{revealed ? openid : maskOpenid(openid)}</code>
        {revealed && <EyeInvisibleOutlined aria-hidden />}
      </button>
      {revealed && <CopyButton size="small" type="text" iconOnly text={openid} label={t('copyOpenid')} />}
    </span>
  );
}
