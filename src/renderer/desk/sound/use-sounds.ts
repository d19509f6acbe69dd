/** The desk's sounds: heard for scans that are decided while it is open, unless somebody muted it. */
import { useCallback, useRef, useState } from 'react';
import type { ScanChange } from '#shared/model/scan.ts';
import { readMemory, writeMemory } from '../../host/memory.ts';
import { useThrottled } from '../use-throttled.ts';
import { loudest } from './outcome.ts';
import { play } from './play.ts';
import { tones } from './tones.ts';

/** One sound ends before the next begins. */
const SOUND_EVERY_MS = 600;

export interface Sounds {
  isOn: boolean;
  /** Turning it on is heard, so that somebody who cannot hear it knows. */
  toggle: () => void;
  hear: (scans: readonly ScanChange[]) => void;
}

export function useSounds(): Sounds {
  const [isOn, setOn] = useState(() => readMemory('sound') !== 'off');
  const pending = useRef<ScanChange[]>([]);
  const sound = useThrottled(() => {
    const outcome = loudest(pending.current);
    pending.current = [];
    if (outcome !== null) play(tones[outcome]);
  }, SOUND_EVERY_MS);
  const hear = useCallback(
    (scans: readonly ScanChange[]) => {
      if (!isOn) return;
      pending.current.push(...scans);
      sound();
    },
    [isOn, sound],
  );
  return {
    isOn,
    toggle() {
      writeMemory('sound', isOn ? 'off' : 'on');
      if (!isOn) play(tones.followed);
      setOn(!isOn);
    },
    hear,
  };
}
