/** Who is selected, and what can be done with all of them. Its room is always there: nothing jumps. */
import { CloseOutlined, IdcardOutlined, TagOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { MOST_SELECTED } from './selection.ts';
import { TaggingDialog } from './TaggingDialog.tsx';
import type { ChoosingPeople } from './use-choosing.ts';
import { useLookUp } from './use-look-up.ts';

interface SelectionBarProps {
  accountId: string;
  choosing: ChoosingPeople;
  /** Those who left can be looked up, but not tagged. */
  haveLeft: boolean;
  onChanged: () => void;
}

export function SelectionBar({ accountId, choosing, haveLeft, onChanged }: SelectionBarProps) {
  const t = useText();
  const { selection, isChoosingAll, clear } = choosing;
  const { openids, refused } = selection;
  const [tagging, setTagging] = useState<{ add: boolean; openids: string[] } | null>(null);
  const lookUp = useLookUp(accountId);
  const error = choosing.error ?? lookUp.error;
  const count = t(`followers:selection.${refused === null ? 'count' : WORDS[refused]}`, {
    amount: grouped(openids.size),
    most: grouped(MOST_SELECTED),
  });
  return (
    <>
      <section
        className="follower-selection"
        aria-label={t('followers:selection.label')}
        data-any={openids.size > 0 || undefined}
      >
        <span role="status">
          {isChoosingAll ? t('followers:selection.gathering') : openids.size > 0 && count}
        </span>
        {openids.size > 0 && (
          <>
            {haveLeft ? (
              <span className="follower-note">{t('followers:selection.leftHint')}</span>
            ) : (
              ([true, false] as const).map((add) => (
                <Button
                  key={String(add)}
                  size="small"
                  type={add ? 'primary' : 'default'}
                  icon={add ? <TagOutlined /> : undefined}
                  onClick={() => setTagging({ add, openids: [...openids] })}
                >
                  {t(add ? 'followers:selection.tag' : 'followers:selection.untag')}
                </Button>
              ))
            )}
            <Button
              size="small"
              icon={<IdcardOutlined />}
              title={t('followers:selection.lookUpHint')}
              loading={lookUp.isPending}
              onClick={() => lookUp.start([...openids])}
            >
              {t('followers:selection.lookUp')}
            </Button>
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined />}
              aria-label={t('followers:selection.clear')}
              title={t('followers:selection.clear')}
              onClick={clear}
            />
          </>
        )}
      </section>
      {error !== null && <FailureCallout error={error} />}
      {tagging && (
        <TaggingDialog
          accountId={accountId}
          openids={tagging.openids}
          add={tagging.add}
          onChanged={onChanged}
          onClose={() => setTagging(null)}
        />
      )}
    </>
  );
}

const WORDS = { most: 'most', range: 'rangeTooLong' } as const;
