/** Everything by typing: a list that answers to the keyboard alone, over whatever screen shows. */
import { SearchOutlined } from '@ant-design/icons';
import { Input, Modal } from 'antd';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../text/text.ts';
import { filterOffers } from './filter.ts';
import { OfferRow } from './OfferRow.tsx';
import type { Deed, Offer } from './offers.ts';
import { useDeeds } from './use-deeds.ts';
import { useOffers } from './use-offers.ts';
import './palette.css';

interface PaletteProps {
  isOpen: boolean;
  onClose: () => void;
  /** Another entry was chosen for the desk. */
  onEntry: () => void;
}

export function Palette({ isOpen, onClose, onEntry }: PaletteProps) {
  const t = useText();
  const perform = useDeeds(onEntry);
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      title={t('palette.title')}
      className="palette"
      width={600}
      footer={null}
      closable={false}
      destroyOnHidden
      transitionName=""
      maskTransitionName=""
    >
      <Chooser
        onChoose={(deed) => {
          onClose();
          perform(deed);
        }}
      />
    </Modal>
  );
}

/** Mounted each time the palette opens, so that nothing typed before is in it. */
function Chooser({ onChoose }: { onChoose: (deed: Deed) => void }) {
  const t = useText();
  const id = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const offers = filterOffers(useOffers(), query, (section) => t(`palette.sections.${section}`));
  const active = Math.min(chosen, offers.length - 1);
  const optionId = (offer: Offer | undefined) => (offer ? `${id}-${offer.id}` : undefined);
  const list = useRef<HTMLDivElement>(null);
  useReturnOfFocus();
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function onKeyDown(event: KeyboardEvent): void {
    // Enter and the arrows belong to the input method while it is composing.
    if (event.nativeEvent.isComposing || offers.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const offer = offers[active];
    if (step !== undefined) setChosen((active + step + offers.length) % offers.length);
    else if (event.key === 'Enter' && offer) onChoose(offer.deed);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <Input
        autoFocus
        size="large"
        variant="borderless"
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        role="combobox"
        aria-expanded={offers.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={optionId(offers[active])}
        aria-autocomplete="list"
        spellCheck={false}
        maxLength={80}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={`${id}-list`}
        className="palette-list"
        role="listbox"
        aria-label={t('palette.title')}
      >
        {offers.map((offer, index) => (
          <OfferRow
            key={offer.id}
            id={optionId(offer)}
            offer={offer}
            active={index === active}
            onHover={() => setChosen(index)}
            onChoose={() => onChoose(offer.deed)}
          />
        ))}
      </div>
      {offers.length === 0 && (
        <p className="palette-none">
          <strong>{t('palette.none', { query })}</strong>
          {t('palette.noneRemedy')}
        </p>
      )}
      <span className="visually-hidden" role="status">
        {query.trim() === '' ? '' : t('palette.found', { count: offers.length })}
      </span>
      <p className="palette-foot" aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('palette.keys.choose')}
        </span>
        <span>
          <kbd>↵</kbd> {t('palette.keys.run')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('palette.keys.close')}
        </span>
      </p>
    </>
  );
}

/** The dialog cannot: by the time it looks, the input already has the focus. */
function useReturnOfFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
}
