/**
 * Where the window goes. What a file remembers is only a wish: displays are unplugged and files are edited by
 * hand, so a window always opens with a grip on a display that is there, and never smaller than the console fits.
 */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const MINIMUM = { width: 900, height: 600 };
const USUAL = { width: 1280, height: 800 };

/** How much of the title bar must be reachable for a hand to pull the window back. */
const GRIP = { width: 120, height: 30 };

/** Position (absent = centred by the system), size, and whether the window fills its display. */
export interface Placement {
  x?: number;
  y?: number;
  width: number;
  height: number;
  maximized: boolean;
}

/** Turns what was remembered, whatever it is, into a place on one of these work areas. */
export function placeWindow(remembered: unknown, workAreas: readonly Area[]): Placement {
  if (!isRemembered(remembered)) return { ...fitted(USUAL, workAreas[0]), maximized: false };
  const { x, y, maximized } = remembered;
  const home = workAreas.find((area) => gripIsOn(area, remembered));
  if (home === undefined) return { ...fitted(remembered, workAreas[0]), maximized };
  return { x, y, ...fitted(remembered, home), maximized };
}

function isRemembered(value: unknown): value is Area & { maximized: boolean } {
  if (typeof value !== 'object' || value === null) return false;
  const facts = value as Record<string, unknown>;
  return (
    [facts.x, facts.y, facts.width, facts.height].every(Number.isInteger) &&
    Number(facts.width) > 0 &&
    Number(facts.height) > 0 &&
    typeof facts.maximized === 'boolean'
  );
}

function gripIsOn(area: Area, window: Area): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const below = area.y + area.height - window.y;
  return width >= GRIP.width && window.y >= area.y && below >= GRIP.height;
}

function fitted(size: { width: number; height: number }, area: Area | undefined) {
  return {
    width: Math.max(MINIMUM.width, Math.min(size.width, area?.width ?? size.width)),
    height: Math.max(MINIMUM.height, Math.min(size.height, area?.height ?? size.height)),
  };
}
