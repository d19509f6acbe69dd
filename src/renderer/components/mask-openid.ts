/** An openid shown so that two can be told apart and none can be read off a screen: `o6_bm…fL2M`. */
const HEAD = 5;
const TAIL = 4;

export function maskOpenid(openid: string): string {
  const characters = [...openid];
  // Too short to hide anything between its ends: hide the whole of it.
  if (characters.length <= HEAD + TAIL) return '…';
  return `${characters.slice(0, HEAD).join('')}…${characters.slice(-TAIL).join('')}`;
}
