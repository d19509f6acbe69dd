/** Openids and unionids in a file that others will see: by their first and last four characters only. */
const SHOWN = 4;

function maskIdentifier(identifier: string): string {
  const characters = [...identifier];
  // Too short to hide anything between its ends: hide the whole of it.
  if (characters.length <= 2 * SHOWN) return '…';
  return `${characters.slice(0, SHOWN).join('')}…${characters.slice(-SHOWN).join('')}`;
}

interface Identified {
  openid: string | null;
  unionid: string | null;
}

export function masked<Row extends Identified>(row: Row): Row {
  const { openid, unionid } = row;
  return {
    ...row,
    openid: openid === null ? null : maskIdentifier(openid),
    unionid: unionid === null ? null : maskIdentifier(unionid),
  };
}

/** A copy of WeChat's reply in which none of these can be read, wherever it stands. */
export function maskedWithin(value: unknown, identifiers: readonly string[]): unknown {
  if (typeof value === 'string')
    return identifiers.reduce((text, whole) => text.replaceAll(whole, maskIdentifier(whole)), value);
  if (Array.isArray(value)) return value.map((item) => maskedWithin(item, identifiers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, maskedWithin(item, identifiers)]),
  );
}
