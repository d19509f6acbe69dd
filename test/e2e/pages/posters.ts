/** Codes on their way to paper, and the sheets as a phone's camera sees them. */
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { cellsOf, PAPERS, type PerSheet } from '#renderer/posters/papers.ts';
import { readCode } from './camera.ts';

export function createPostersScreen(page: Page) {
  const sheets = page.getByRole('region', { name: '预览' });
  return {
    sheets,
    preview: sheets.getByRole('img', { name: /预览/ }),
    sheetCount: page.getByTestId('sheet-count'),
    codeSize: page.getByTestId('code-size'),
    entry: (name: string) => page.getByRole('checkbox', { name, exact: true }),
    perSheet: (count: PerSheet) => page.getByLabel('每张几个').getByText(String(count), { exact: true }),
    save: (kind: 'PDF' | 'PNG') => page.getByRole('button', { name: `保存 ${kind}` }),
  };
}

/** What a camera reads on the first `count` posters of an A4 sheet; null where it reads nothing. */
export function codesOn(sheet: Buffer, perSheet: PerSheet, count: number): (string | null)[] {
  const whole = PNG.sync.read(sheet);
  const scale = whole.width / PAPERS.A4.width;
  const cells = cellsOf('A4', perSheet).slice(0, count);
  return cells.map(({ x, y, width, height }) => {
    const poster = new PNG({ width: Math.floor(width * scale), height: Math.floor(height * scale) });
    PNG.bitblt(whole, poster, Math.floor(x * scale), Math.floor(y * scale), poster.width, poster.height);
    return readCode(PNG.sync.write(poster));
  });
}
