import { describe, expect, it, vi } from 'vitest';

const none = { key: 'k', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const ctrl = { ...none, ctrlKey: true };
const command = { ...none, metaKey: true };

async function keysOn(platform: string) {
  vi.resetModules();
  vi.stubGlobal('navigator', { platform });
  return import('#renderer/palette/keys.ts');
}

describe('the palette’s key', () => {
  it.each([
    ['Win32', ctrl, command, 'Ctrl'],
    ['Linux x86_64', ctrl, command, 'Ctrl'],
    ['MacIntel', command, ctrl, '⌘'],
  ])('on %s', async (platform, ours, theirs, written) => {
    const { isPaletteKey, PALETTE_KEYS } = await keysOn(platform);
    expect(isPaletteKey(ours)).toBe(true);
    // As it arrives with caps lock on.
    expect(isPaletteKey({ ...ours, key: 'K' })).toBe(true);
    for (const other of [
      theirs,
      none,
      { ...ours, shiftKey: true },
      { ...ours, altKey: true },
      { ...ours, key: 'j' },
    ]) {
      expect(isPaletteKey(other)).toBe(false);
    }
    expect(PALETTE_KEYS).toEqual([written, 'K']);
  });
});
