/** What was read from the box: how many openids, what came twice, and where something is none. */
import { WarningFilled } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { MOST_OPENIDS } from '#shared/model/lookup.ts';
import { maskOpenid } from '../components/mask-openid.ts';
import { useMaskOpenids } from '../components/use-mask-openids.ts';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { DroppedList } from './DroppedList.tsx';
import type { Box } from './use-box.ts';

export function BoxFindings({ box, compact }: { box: Box; compact: boolean }) {
  const t = useText();
  const masked = useMaskOpenids();
  const { openids, repeats, strays } = box.read;
  // Somebody is typing a line: it is not judged before Enter.
  const isBegun = box.source === null && openids.length === 0 && !box.text.trim().includes('\n');
  if (isBegun) {
    return <span className="lookup-note">{compact ? t('lookup:box.scanNext') : t('lookup:box.hint')}</span>;
  }
  return (
    <>
      <strong>{t('lookup:box.found', { amount: grouped(openids.length) })}</strong>
      {repeats.length > 0 && (
        <DroppedList
          count={t('lookup:repeats.count', { amount: grouped(repeats.length) })}
          why={t('lookup:repeats.why')}
          items={repeats}
          lineOf={({ line }) => line}
        >
          {({ openid, first }) => (
            <span>
              <code>{masked ? maskOpenid(openid) : openid}</code>{' '}
              {t('lookup:repeats.first', { line: grouped(first) })}
            </span>
          )}
        </DroppedList>
      )}
      {strays.length > 0 && (
        <>
          <DroppedList
            count={t('lookup:strays.count', { amount: grouped(strays.length) })}
            icon={<WarningFilled className="strays-icon" />}
            why={t('lookup:strays.why')}
            items={strays}
            lineOf={({ line }) => line}
          >
            {({ text }) => <code>{text}</code>}
          </DroppedList>
          <Checkbox checked={box.strayToo} onChange={({ target }) => box.setStrayToo(target.checked)}>
            {t('lookup:strays.too')}
          </Checkbox>
        </>
      )}
      {box.tooMany && (
        <span className="openid-box-trouble">{t('lookup:box.tooMany', { most: grouped(MOST_OPENIDS) })}</span>
      )}
    </>
  );
}
