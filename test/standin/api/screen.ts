/** One display, as large as a small desktop's; its size can be asked for, not changed. */
import { StrictEmitter } from '../strict.ts';

const AREA = { x: 0, y: 0, width: 1920, height: 1080 };
const SIZE = { width: AREA.width, height: AREA.height };

const DISPLAY: Electron.Display = {
  id: 1,
  label: 'stand-in',
  bounds: AREA,
  workArea: AREA,
  size: SIZE,
  workAreaSize: SIZE,
  nativeOrigin: { x: 0, y: 0 },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
  detected: true,
  monochrome: false,
  colorDepth: 24,
  depthPerComponent: 8,
  colorSpace: '',
  displayFrequency: 60,
  accelerometerSupport: 'unknown',
  touchSupport: 'unknown',
  maximumCursorSize: { width: 64, height: 64 },
};

class Screen extends StrictEmitter {
  constructor() {
    super('screen', []);
  }
  getPrimaryDisplay = (): Electron.Display => DISPLAY;
  getDisplayMatching = (_area: Electron.Rectangle): Electron.Display => DISPLAY;
  getAllDisplays = (): Electron.Display[] => [DISPLAY];
}

export const screen = new Screen();
