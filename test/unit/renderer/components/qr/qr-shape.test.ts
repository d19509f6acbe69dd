import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { crispSize, QUIET_ZONE, qrShape, qrSvg } from '#renderer/components/qr/qr-shape.ts';

const AUTHORIZE_URL = `https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1234567890abcdef&redirect_uri=https%3A%2F%2Fdoor.example%2Fcallback&response_type=code&scope=snsapi_base&state=${'k3v9q2'.repeat(8)}#wechat_redirect`;
const texts = ['https://door.example/go/k3v9q2', AUTHORIZE_URL, '关注台'];

/** Fills the path's runs into pixels, `scale` per module, as a browser would. */
function paint(path: string, side: number, scale: number): Uint8ClampedArray {
  const size = side * scale;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const from = row * size + Number(x) * scale;
      for (let pixel = from; pixel < from + Number(length) * scale; pixel += 1)
        pixels.fill(0, pixel * 4, pixel * 4 + 3);
    }
  }
  return pixels;
}

describe('qrShape', () => {
  it.each(texts)('draws what a phone reads back: %s', (text) => {
    const { side, path } = qrShape(text);
    const size = side * 3;
    expect(jsQR(paint(path, side, 3), size, size)?.data).toBe(text);
  });

  it('keeps four modules of white on every side', () => {
    const { side, path } = qrShape(AUTHORIZE_URL);
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(QUIET_ZONE);
      expect(Number(y)).toBeGreaterThanOrEqual(QUIET_ZONE);
      expect(Number(x) + Number(length)).toBeLessThanOrEqual(side - QUIET_ZONE);
      expect(Number(y)).toBeLessThan(side - QUIET_ZONE);
    }
  });

  it('makes an SVG of its own, dark on white', () => {
    const svg = qrSvg(qrShape('https://door.example/go/k3v9q2'));
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('fill="#fff"');
  });
});

describe('crispSize', () => {
  it.each([
    [37, 408, 1, 407],
    [37, 407, 1, 407],
    [37, 406, 1, 370],
    [69, 290, 1, 276],
    [37, 400, 1.5, (16 * 37) / 1.5],
  ])('gives %i modules in %d px at density %d a width of %d', (side, available, density, width) => {
    expect(crispSize(side, available, density)).toBe(width);
  });

  it('never vanishes, however little room there is', () => {
    expect(crispSize(69, 0)).toBe(69);
  });
});
