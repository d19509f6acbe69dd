/**
 * The quiet button at the end of a row: why this scan is to be annulled, in one choice or in own words. The menu is
 * made when it is asked for: hundreds of rows that each keep one ready cost as much as everything else in them.
 */
import { StopOutlined } from '@ant-design/icons';
import { Dropdown, Modal } from 'antd';
import { useRef, useState } from 'react';
import { AnnulForm } from '../components/annulment/AnnulForm.tsx';
import { ANNUL_REASONS } from '../components/annulment/reasons.ts';
import { focusFirstField } from '../components/focus-first-field.ts';
import { useText } from '../text/text.ts';
import type { RowDeed } from './use-row-deed.ts';

interface AnnulMenuProps {
  deed: RowDeed;
  /** Just before a reason is acted on. */
  onChosen: () => void;
}

export function AnnulMenu({ deed, onChosen }: AnnulMenuProps) {
  const t = useText();
  const button = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState<'no' | 'choice' | 'words'>('no');

  function choose(key: string): void {
    const reason = ANNUL_REASONS.find((each) => each === key);
    setAsking('no');
    if (reason === undefined) {
      // Later than the key that chose it, which the dialog's own buttons would otherwise take for theirs.
      setTimeout(() => setAsking('words'));
      return;
    }
    onChosen();
    deed.mutate({ kind: 'annul', reason: t(`records:annul.presets.${reason}`) });
  }
  function closeMenu(): void {
    setAsking((before) => (before === 'choice' ? 'no' : before));
    // Else the focus goes with the menu.
    if (document.activeElement?.closest('[role=menu]')) button.current?.focus();
  }

  return (
    <span className="scan-annul">
      <button
        ref={button}
        type="button"
        data-act="annul"
        data-holds={asking !== 'no' || undefined}
        aria-label={t('records:annul.button')}
        aria-haspopup="menu"
        aria-expanded={asking === 'choice'}
        aria-keyshortcuts="A"
        title={`${t('records:annul.title')} (A)`}
        onClick={() => setAsking('choice')}
      >
        <StopOutlined aria-hidden />
      </button>
      {asking === 'choice' && (
        <Dropdown
          open
          autoFocus
          trigger={['click']}
          placement="bottomRight"
          onOpenChange={(isOpen) => !isOpen && closeMenu()}
          menu={{
            items: [
              ...ANNUL_REASONS.map((key) => ({ key, label: t(`records:annul.presets.${key}`) })),
              { type: 'divider' as const },
              { key: 'own', label: t('desk:feed.otherReason') },
            ],
            onClick: ({ key }) => choose(key),
          }}
        >
          <span className="scan-annul-open" />
        </Dropdown>
      )}
      {asking === 'words' && (
        <Modal
          open
          afterOpenChange={focusFirstField}
          width={480}
          title={t('records:annul.title')}
          footer={null}
          onCancel={() => setAsking('no')}
        >
          <AnnulForm
            chosenFirst="own"
            isPending={deed.isPending}
            error={deed.error}
            onAnnul={(reason) => deed.mutate({ kind: 'annul', reason })}
            onClose={() => setAsking('no')}
          />
        </Modal>
      )}
    </span>
  );
}
