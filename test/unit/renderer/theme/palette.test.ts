import { describe, expect, it } from 'vitest';
import { type Palette, paletteProperties, palettes } from '#renderer/theme/palette.ts';

const AA = 4.5;

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(left: string, right: string): number {
  const [dark = 0, light = 0] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const pairs = (palette: Palette): [what: string, text: string, ground: string][] => [
  ['text on a page', palette.text, palette.page],
  ['text on a panel', palette.text, palette.surface],
  ['secondary text on a page', palette.secondary, palette.page],
  ['secondary text on a panel', palette.secondary, palette.surface],
  ['secondary text on raised ground', palette.secondary, palette.raised],
  ['brand on a panel', palette.brand, palette.surface],
  ['text on brand', palette.onBrand, palette.brand],
  ['text on danger', palette.onDanger, palette.danger.text],
  ...(['warning', 'danger', 'followed', 'not_followed', 'unknown'] as const).map(
    (tone) => [tone, palette[tone].text, palette[tone].ground] as [string, string, string],
  ),
];

describe.each(['light', 'dark'] as const)('the %s palette', (name) => {
  it.each(pairs(palettes[name]))('can be read: %s', (_, text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(AA);
  });

  it('becomes custom properties, hyphenated', () => {
    const properties = new Map(paletteProperties(palettes[name]));
    expect(properties.get('--fd-on-brand')).toBe(palettes[name].onBrand);
    expect(properties.get('--fd-not-followed-ground')).toBe(palettes[name].not_followed.ground);
  });
});
