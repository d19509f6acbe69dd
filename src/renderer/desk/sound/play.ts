/** Plays notes through Web Audio: nothing to load, nothing to wait for. A browser that will not, stays silent. */
import type { Note } from './tones.ts';

/** Loud enough for a hall's desk, soft enough to hear all day. */
const VOLUME = 0.2;
/** A tone that begins or ends at full volume clicks. */
const FADE_SECONDS = 0.012;

let context: AudioContext | null = null;

/** The first sound of a page must follow a click or a key: until then browsers keep it back. */
export function play(notes: readonly Note[]): void {
  context ??= new AudioContext();
  void context.resume().catch(() => undefined);
  const begin = context.currentTime + 0.01;
  for (const { pitch, at, length, shape } of notes) {
    const start = begin + at;
    const volume = context.createGain();
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(VOLUME, start + FADE_SECONDS);
    volume.gain.setValueAtTime(VOLUME, start + length - FADE_SECONDS);
    volume.gain.linearRampToValueAtTime(0, start + length);
    const tone = new OscillatorNode(context, { type: shape, frequency: pitch });
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + length);
  }
}
