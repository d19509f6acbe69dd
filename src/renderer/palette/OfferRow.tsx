/** One line of the palette: what it does, and to the right where it belongs or the key that does the same. */
import {
  AppstoreAddOutlined,
  AppstoreOutlined,
  BgColorsOutlined,
  DesktopOutlined,
  GlobalOutlined,
  LinkOutlined,
  LockOutlined,
  PlusOutlined,
  PrinterOutlined,
  QrcodeOutlined,
  RightOutlined,
  SwapOutlined,
  UnlockOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { useText } from '../text/text.ts';
import type { Deed, Offer } from './offers.ts';

const ICONS: Record<Deed['kind'], ComponentType> = {
  go: RightOutlined,
  addAccount: PlusOutlined,
  gates: AppstoreOutlined,
  bulk: AppstoreAddOutlined,
  posters: PrinterOutlined,
  copyLink: LinkOutlined,
  showEntry: QrcodeOutlined,
  chooseAccount: SwapOutlined,
  theme: BgColorsOutlined,
  language: GlobalOutlined,
  lock: LockOutlined,
  unlock: UnlockOutlined,
  kiosk: DesktopOutlined,
};

interface OfferRowProps {
  id: string | undefined;
  offer: Offer;
  active: boolean;
  onHover: () => void;
  onChoose: () => void;
}

export function OfferRow({ id, offer, active, onHover, onChoose }: OfferRowProps) {
  const t = useText();
  const Icon = ICONS[offer.deed.kind];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which names this row its active one
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className="palette-offer"
      data-testid={`offer-${offer.id}`}
      // Not while entering: the list moves under a mouse that rests.
      onMouseMove={active ? undefined : onHover}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon aria-hidden />
      <span className="palette-offer-label">{offer.label}</span>
      <span className="palette-offer-aside">{offer.aside ?? t(`palette.sections.${offer.section}`)}</span>
      {offer.shortcut && <kbd>{offer.shortcut}</kbd>}
    </div>
  );
}
