/**
 * A PNG that says how large it is on paper: a canvas does not, and a sheet printed in the size of a screen would be
 * three times too large.
 * @see https://www.w3.org/TR/png-3/#11pHYs
 */

const SIGNATURE_LENGTH = 8;
/** Length, type, data and checksum of the header, which comes first. */
const HEADER_CHUNK_LENGTH = 25;
const INCHES_PER_METRE = 1 / 0.0254;

/** The same picture with a `pHYs` chunk behind its header. */
export function withDensity(png: Uint8Array, dotsPerInch: number): Uint8Array<ArrayBuffer> {
  const at = SIGNATURE_LENGTH + HEADER_CHUNK_LENGTH;
  const chunk = densityChunk(Math.round(dotsPerInch * INCHES_PER_METRE));
  const marked = new Uint8Array(png.length + chunk.length);
  marked.set(png.subarray(0, at));
  marked.set(chunk, at);
  marked.set(png.subarray(at), at + chunk.length);
  return marked;
}

function densityChunk(dotsPerMetre: number): Uint8Array {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, dotsPerMetre);
  view.setUint32(12, dotsPerMetre);
  chunk[16] = 1;
  view.setUint32(17, checksum(chunk.subarray(4, 17)));
  return chunk;
}

/** CRC-32, as PNG's annex D has it. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
