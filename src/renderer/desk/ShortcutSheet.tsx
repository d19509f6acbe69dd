/** The desk's keys, for whoever does not know them yet: read from the table they are pressed by. */
import { Modal } from 'antd';
import { useText } from '../text/text.ts';
import { DESK_ACTIONS, SHORTCUTS } from './shortcuts.ts';
import './shortcut-sheet.css';

const GROUPS = ['rows', 'entries', 'desk'] as const;

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useText();
  return (
    <Modal open width={520} title={t('desk:shortcuts.title')} footer={null} onCancel={onClose}>
      <div className="shortcut-sheet" data-testid="shortcuts">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`desk:shortcuts.groups.${group}`)}</h3>
            <dl>
              {DESK_ACTIONS.filter((action) => SHORTCUTS[action].group === group).map((action) => (
                <div key={action}>
                  <dt>
                    {SHORTCUTS[action].shown.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{t(`desk:shortcuts.does.${action}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p>{t('desk:shortcuts.note')}</p>
      </div>
    </Modal>
  );
}
