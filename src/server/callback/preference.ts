/** Whether a phone's request wants a page or data. A page unless data is clearly preferred: phones are people. */

function weightOf(accept: string, types: readonly string[]): number {
  let heaviest = 0;
  for (const range of accept.toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    if (!types.includes(type)) continue;
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    heaviest = Math.max(heaviest, weight === undefined ? 1 : Number(weight) || 0);
  }
  return heaviest;
}

/** True for `?format=json` and for an Accept that names JSON and puts no page before it. */
export function wantsJson(accept: string | undefined, format: unknown): boolean {
  if (format === 'json') return true;
  if (accept === undefined) return false;
  return weightOf(accept, ['application/json']) > weightOf(accept, ['text/html', 'application/xhtml+xml']);
}

/**
 * False only for what is surely a browser outside WeChat: WeChat's own fetchers and old phones send sparse
 * headers, and turning one of them away costs a visitor, while letting a browser through costs nothing.
 */
export function isInsideWeChat(userAgent: string | undefined, accept: string | undefined): boolean {
  if (userAgent === undefined || /MicroMessenger|wxwork/i.test(userAgent)) return true;
  return !(userAgent.includes('Mozilla/') && accept?.includes('text/html') === true);
}
