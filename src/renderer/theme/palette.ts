/**
 * Every colour of the console, once per theme. Text on its own ground keeps WCAG AA; WeChat's #07C160
 * alone does not (2.3:1 on white), so light mode writes in a darker green of the same hue. A verdict is
 * never told by colour alone: see components/VerdictIcon.tsx for the shapes.
 */
export type ThemeName = 'light' | 'dark';

interface Tone {
  text: string;
  ground: string;
  border: string;
}

export interface Palette {
  brand: string;
  /** What is written on a brand-coloured or danger-coloured ground. */
  onBrand: string;
  onDanger: string;
  page: string;
  surface: string;
  raised: string;
  /** What stands out on `raised`: the chosen half of a switch. */
  raisedMost: string;
  border: string;
  /** The edge of something to type in or press. */
  control: string;
  text: string;
  secondary: string;
  warning: Tone;
  danger: Tone;
  followed: Tone;
  not_followed: Tone;
  unknown: Tone;
}

export const palettes: Record<ThemeName, Palette> = {
  light: {
    brand: '#07783f',
    onBrand: '#ffffff',
    onDanger: '#ffffff',
    page: '#f4f7f5',
    surface: '#ffffff',
    raised: '#f7f9f8',
    raisedMost: '#ffffff',
    border: '#e1e7e3',
    control: '#c3cdc7',
    text: '#14201a',
    secondary: '#55635b',
    warning: { text: '#7a4b00', ground: '#fff7e0', border: '#f0d48a' },
    danger: { text: '#a3211b', ground: '#fdeeed', border: '#f2b8b4' },
    followed: { text: '#076b3a', ground: '#e3f6eb', border: '#9bdcb9' },
    not_followed: { text: '#a8380a', ground: '#fff0e5', border: '#f4b68c' },
    unknown: { text: '#475569', ground: '#edf1f6', border: '#c2ccd9' },
  },
  dark: {
    brand: '#21c97a',
    onBrand: '#04140b',
    onDanger: '#2b0806',
    page: '#0e1311',
    surface: '#161c19',
    raised: '#1c2420',
    raisedMost: '#34403a',
    border: '#2b3530',
    control: '#414d47',
    text: '#e8efea',
    secondary: '#a3b1a9',
    warning: { text: '#f3cf7a', ground: '#2e2510', border: '#6b5520' },
    danger: { text: '#ffaaa3', ground: '#351715', border: '#7d3631' },
    followed: { text: '#4ade94', ground: '#0f2d1e', border: '#22704a' },
    not_followed: { text: '#ffb183', ground: '#38200f', border: '#8d4d22' },
    unknown: { text: '#b6c2d1', ground: '#222a33', border: '#4a586a' },
  },
};

/** The palette as custom properties: `--fd-brand`, `--fd-followed-ground`, … */
export function paletteProperties(palette: Palette): [name: string, value: string][] {
  return Object.entries(palette).flatMap(([name, value]: [string, string | Tone]) => {
    const property = `--fd-${name.replaceAll('_', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (typeof value === 'string') return [[property, value] as [string, string]];
    return [
      [`${property}-text`, value.text],
      [`${property}-ground`, value.ground],
      [`${property}-border`, value.border],
    ] as [string, string][];
  });
}
