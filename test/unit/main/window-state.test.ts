import { describe, expect, it } from 'vitest';
import { placeWindow } from '#main/window-state.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const beamer = { x: 1440, y: 0, width: 1920, height: 1080 };
const remembered = { x: 100, y: 80, width: 1200, height: 760, maximized: false };

describe('where the window opens', () => {
  it('where it was left, maximised if it was', () => {
    expect(placeWindow(remembered, [laptop])).toEqual(remembered);
    expect(placeWindow({ ...remembered, maximized: true }, [laptop])).toEqual({
      ...remembered,
      maximized: true,
    });
  });

  it('on the second display when it was left there', () => {
    const there = { ...remembered, x: 1600, y: 40 };
    expect(placeWindow(there, [laptop, beamer])).toEqual(there);
  });

  it.each([
    ['nothing remembered', undefined],
    ['an empty file', {}],
    ['words for numbers', { ...remembered, width: '1200' }],
    ['no number', { ...remembered, x: Number.NaN }],
    ['fractions', { ...remembered, x: 1.5 }],
    ['a negative size', { ...remembered, height: -1 }],
    ['no word on maximised', { ...remembered, maximized: undefined }],
    ['a list', [1, 2]],
    ['null', null],
  ])('in the middle, at its usual size, with %s', (_name, state) => {
    expect(placeWindow(state, [laptop])).toEqual({ width: 1280, height: 800, maximized: false });
  });

  it.each([
    ['on a display that was unplugged', { ...remembered, x: 1600, y: 40 }],
    ['above the top, where no hand reaches the title bar', { ...remembered, y: -400 }],
    ['below the bottom', { ...remembered, y: 890 }],
    ['all but a sliver to the left', { ...remembered, x: -1150 }],
    ['all but a sliver to the right', { ...remembered, x: 1400 }],
  ])('in the middle, at its own size, when it was left %s', (_name, state) => {
    expect(placeWindow(state, [laptop])).toEqual({ width: 1200, height: 760, maximized: false });
  });

  it('no larger than the display, and no smaller than the console fits', () => {
    expect(placeWindow({ ...remembered, width: 4000, height: 3000 }, [laptop])).toMatchObject({
      width: 1440,
      height: 875,
    });
    expect(placeWindow({ ...remembered, width: 300, height: 200 }, [laptop])).toMatchObject({
      width: 900,
      height: 600,
    });
    expect(placeWindow(remembered, [{ x: 0, y: 0, width: 640, height: 480 }])).toMatchObject({
      width: 900,
      height: 600,
    });
  });

  it('somewhere even when no display is known', () => {
    expect(placeWindow(remembered, [])).toEqual({ width: 1200, height: 760, maximized: false });
  });
});
