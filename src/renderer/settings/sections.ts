/** The parts of the settings screen, in order; each has an address of its own: `#/settings/network`. */
export const SECTIONS = [
  'appearance',
  'callback',
  'network',
  'secrets',
  'lock',
  'privacy',
  'safekeeping',
  'machine',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** The id of a section's heading. */
export function sectionId(name: SectionName): string {
  return `settings-${name}`;
}

export function isSection(name: string | undefined): name is SectionName {
  return (SECTIONS as readonly (string | undefined)[]).includes(name);
}
