import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { qrShape } from '#renderer/components/qr/qr-shape.ts';
import { composeSheets } from '#renderer/posters/compose.ts';
import { createPdf, type Picture } from '#renderer/posters/pdf.ts';
import { decimal, hexText } from '#renderer/posters/pdf-syntax.ts';
import { measure } from './measure.ts';

const link = 'https://desk.example.com/go/abcdefghij';
const shape = qrShape(link);
const picture: Picture = {
  box: { x: 10, y: 20, width: 30, height: 5 },
  columns: 3,
  rows: 2,
  grey: Uint8Array.of(0, 1, 2, 253, 254, 255),
};

function make(perSheet: 1 | 4, count: number): Buffer {
  const choices = { title: '', line: '', showName: false, showLink: false, cutMarks: true, stamp: null };
  const gates = Array.from({ length: count }, (_, index) => ({ id: String(index), name: '', link, shape }));
  const pdf = createPdf('海报');
  for (const { posters, ...sheet } of composeSheets(gates, { ...choices, paper: 'A4', perSheet }, measure))
    pdf.add({ ...sheet, codes: posters.map(({ code }) => code), pictures: [picture] });
  return Buffer.from(pdf.bytes());
}

/** What a reader does: from the end to the table, from the table to the objects. */
function objectsOf(file: Buffer): string[] {
  const text = file.toString('latin1');
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const [, count = '0'] = /^xref\n0 (\d+)\n/.exec(text.slice(table)) ?? [];
  const rows = text
    .slice(table)
    .split('\n')
    .slice(3, 2 + Number(count));
  return rows.map((row, index) => {
    expect(row).toMatch(/^\d{10} 00000 n $/);
    const place = Number(row.slice(0, 10));
    expect(text.slice(place)).toMatch(new RegExp(`^${index + 1} 0 obj\\n`));
    return text.slice(place, text.indexOf('\nendobj\n', place));
  });
}

function streamOf(object: string): Buffer {
  const [, length = '0'] = /\/Length (\d+)/.exec(object) ?? [];
  const begin = object.indexOf('stream\n') + 7;
  expect(object.slice(begin + Number(length))).toBe('\nendstream');
  return inflateSync(Buffer.from(object.slice(begin, begin + Number(length)), 'latin1'));
}

test('every object is where the table says, and the pages are counted', () => {
  const objects = objectsOf(make(4, 9));
  expect(objects[0]).toContain('/PrintScaling /None');
  expect(objects[1]).toMatch(/\/Count 3 \/Kids \[\d+ 0 R \d+ 0 R \d+ 0 R\]/);
  expect(objects.filter((object) => object.includes('/MediaBox [0 0 595.2756 841.8898]'))).toHaveLength(3);
  expect(objects.at(-1)).toContain(`/Title ${hexText('海报')}`);
});

test('words are grey pictures, upright, at their place', () => {
  const objects = objectsOf(make(1, 1));
  const image = objects.find((object) => object.includes('/Subtype /Image')) ?? '';
  // The same picture on three sheets is in the file once.
  expect(objectsOf(make(1, 3)).filter((object) => object.includes('/Subtype /Image'))).toHaveLength(1);
  expect(image).toContain('/Width 3 /Height 2');
  expect([...streamOf(image)]).toEqual([...picture.grey]);
  const contents = objects.find((object) => !object.includes('/Subtype') && object.includes('stream')) ?? '';
  expect(streamOf(contents).toString()).toContain('q 30 0 0 -5 10 25 cm /P0 Do Q');
});

test('the code’s shapes are what a phone reads, of the size they say', () => {
  const contents = objectsOf(make(1, 1)).find(
    (object) => !object.includes('/Subtype') && object.includes('stream'),
  );
  const lines = streamOf(contents ?? '').toString();
  const module = Number(/q ([\d.]+) 0 0 [\d.]+ [\d.]+ [\d.]+ cm\n[\d ]+re/.exec(lines)?.[1]);
  expect(module * 37).toBeGreaterThan(150);
  const side = 37 * 3;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, length] of lines.matchAll(/^(\d+) (\d+) (\d+) 1 re$/gm)) {
    for (let row = Number(y) * 3; row < Number(y) * 3 + 3; row += 1)
      for (let at = Number(x) * 3; at < (Number(x) + Number(length)) * 3; at += 1)
        pixels.fill(0, (row * side + at) * 4, (row * side + at) * 4 + 3);
  }
  expect(jsQR(pixels, side, side)?.data).toBe(link);
});

test('numbers and titles as PDF writes them', () => {
  expect(decimal(0.0000004, 6)).toBe('0');
  expect(decimal(2.8346456692, 6)).toBe('2.834646');
  expect(hexText('a门😀')).toBe('<FEFF006195e8d83dde00>');
});
