/**
 * The five sounds as notes. The rule: they differ in tune and length, not only in pitch, so that they are told
 * apart on a bad loudspeaker; none is longer than half a second, because the next visitor is already scanning.
 */
import type { Outcome } from './outcome.ts';

export interface Note {
  /** Hertz. */
  pitch: number;
  /** Seconds after the first one. */
  at: number;
  /** Seconds. */
  length: number;
  shape: OscillatorType;
}

const rise = (pitch: number, at: number): Note => ({ pitch, at, length: 0.12, shape: 'sine' });

export const tones: Record<Outcome, readonly Note[]> = {
  followed: [rise(784, 0), rise(1175, 0.1)],
  repeat: [rise(1175, 0), rise(1175, 0.14)],
  not_followed: [
    { pitch: 330, at: 0, length: 0.16, shape: 'triangle' },
    { pitch: 247, at: 0.17, length: 0.24, shape: 'triangle' },
  ],
  unknown: [{ pitch: 440, at: 0, length: 0.3, shape: 'triangle' }],
  trouble: [0, 0.16, 0.32].map((at) => ({ pitch: 208, at, length: 0.1, shape: 'square' as const })),
};
