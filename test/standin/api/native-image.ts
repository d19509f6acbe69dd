/** Images as the bytes of their file: enough for an icon that is loaded, handed on and never drawn. */
import { existsSync, readFileSync } from 'node:fs';
import { strict } from '../strict.ts';

const PNG_WIDTH_AT = 16;
const PNG_HEIGHT_AT = 20;

function createImage(bytes: Buffer, scaled?: Electron.Size) {
  function getSize(): Electron.Size {
    if (scaled) return scaled;
    if (bytes.length <= PNG_HEIGHT_AT + 4) return { width: 0, height: 0 };
    return { width: bytes.readUInt32BE(PNG_WIDTH_AT), height: bytes.readUInt32BE(PNG_HEIGHT_AT) };
  }
  return strict('nativeImage', {
    isEmpty: (): boolean => bytes.length === 0,
    getSize,
    resize: (size: Electron.ResizeOptions): unknown => createImage(bytes, { ...getSize(), ...size }),
    setTemplateImage: (_template: boolean): void => undefined,
  });
}

export const nativeImage = strict('nativeImage', {
  createEmpty: () => createImage(Buffer.alloc(0)),
  /** Empty when there is no such file, as Electron's is. */
  createFromPath: (path: string) => createImage(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
});
