/** `1,204`: a number as both languages read it. */
const format = new Intl.NumberFormat('en-US');

export function grouped(amount: number): string {
  return format.format(amount);
}
