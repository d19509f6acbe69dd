/** The palette's place in the navigation: for the mouse, and to show its key to everybody else. */
import { SearchOutlined } from '@ant-design/icons';
import { useText } from '../text/text.ts';
import { PALETTE_KEYS } from './keys.ts';

export function PaletteHint({ onOpen }: { onOpen: () => void }) {
  const t = useText();
  return (
    <button
      type="button"
      className="palette-hint"
      aria-keyshortcuts={PALETTE_KEYS[0] === 'Ctrl' ? 'Control+K' : 'Meta+K'}
      title={`${t('palette.title')} (${PALETTE_KEYS.join('+')})`}
      onClick={onOpen}
    >
      <SearchOutlined aria-hidden />
      {t('palette.short')}
      <span className="palette-keys" aria-hidden="true">
        {PALETTE_KEYS.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </span>
    </button>
  );
}
