/**
 * Words that fit their place: first on fewer lines, then smaller, and only what is still too long is cut. Chinese
 * breaks anywhere but before its punctuation, other writing between words, a word that is too long inside it.
 */

/** How wide a text is at size 1, in the poster's typeface. */
export type Measure = (text: string, weight: Weight) => number;
export type Weight = 400 | 700;

export interface Wish {
  text: string;
  weight: Weight;
  /** Sizes in millimetres, line height not included. */
  most: number;
  least: number;
  lines: number;
}

export interface Fitted {
  size: number;
  lines: string[];
}

/** Each step is this much smaller than the one before. */
const STEP = 0.94;
const UNITS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}][\p{Po}\p{Pe}\p{Pf}]*|\s+|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;

export function fitText({ text, weight, most, least, lines }: Wish, width: number, measure: Measure): Fitted {
  const words = text.trim().replaceAll(/\s+/g, ' ');
  if (words === '') return { size: most, lines: [] };
  const widthOf = (piece: string) => measure(piece, weight);
  for (let size = most; size >= least; size *= STEP) {
    const wrapped = wrap(words, width / size, widthOf);
    const fits = wrapped.every((line) => widthOf(line) * size <= width);
    if (fits && wrapped.length <= lines) return { size, lines: wrapped };
  }
  const wrapped = wrap(words, width / least, widthOf);
  if (wrapped.length <= lines) return { size: least, lines: wrapped };
  const kept = wrapped.slice(0, lines);
  const last = shortened(kept.pop() ?? '', width / least, widthOf);
  return { size: least, lines: [...kept, last] };
}

function wrap(text: string, width: number, widthOf: (piece: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of text.match(UNITS) ?? []) {
    if (widthOf((line + unit).trimEnd()) <= width) {
      line += unit;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    for (const character of unit.trimStart()) {
      if (line !== '' && widthOf(line + character) > width) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

function shortened(line: string, width: number, widthOf: (piece: string) => number): string {
  const characters = [...line];
  while (characters.length > 1 && widthOf(`${characters.join('')}…`) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
