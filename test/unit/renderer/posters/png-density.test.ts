import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { withDensity } from '#renderer/posters/png-density.ts';

test('a PNG says its dots per inch and is the same picture', () => {
  const picture = new PNG({ width: 3, height: 2 });
  picture.data.set([...picture.data.keys()].map((at) => at * 7));
  const marked = Buffer.from(withDensity(PNG.sync.write(picture), 300));
  expect(PNG.sync.read(marked).data).toEqual(picture.data);
  const at = marked.indexOf('pHYs');
  // 300 dots per inch in dots per metre, both ways; 1 = metres.
  expect([marked.readUInt32BE(at + 4), marked.readUInt32BE(at + 8), marked[at + 12]]).toEqual([
    11811, 11811, 1,
  ]);
  expect(at).toBeLessThan(marked.indexOf('IDAT'));
});
