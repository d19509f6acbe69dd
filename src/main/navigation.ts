/**
 * Which addresses the window may show and which may leave it. Pure, so that the whole table is tested; the
 * rule: the window shows the console and nothing else, and only http(s) goes to the system's browser.
 */

/** The console's origin in the desktop host, as the page, its frames and the scheme handler know it. */
export const CONSOLE_SCHEME = 'followdesk';
const CONSOLE_HOST = 'console';
export const CONSOLE_ORIGIN = `${CONSOLE_SCHEME}://${CONSOLE_HOST}`;

/** Whether this address belongs to the console. `URL.origin` cannot tell: it is "null" for schemes Node does not know. */
export function isConsoleUrl(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${CONSOLE_SCHEME}:` &&
    url.host === CONSOLE_HOST &&
    url.username === '' &&
    url.password === ''
  );
}

/** The board's page: what tells its wire from the console's. */
export const BOARD_ADDRESS = `${CONSOLE_ORIGIN}/board.html`;

/** Whether this address of the console is the board's page. */
export function isBoardUrl(address: string): boolean {
  return URL.parse(address)?.pathname === '/board.html';
}

/** Whether a message comes from the console's own top frame, and not from a frame inside it or a page that replaced it. */
export function isConsoleFrame(
  frame: { origin: string; url: string; parent: object | null } | null | undefined,
): boolean {
  return (
    frame !== null &&
    frame !== undefined &&
    frame.parent === null &&
    frame.origin === CONSOLE_ORIGIN &&
    isConsoleUrl(frame.url)
  );
}

/**
 * The address to hand to the system's browser, or null when it must not leave: other schemes start programs,
 * and a name before the host ("https://weixin.qq.com@evil.example") only serves to mislead.
 */
export function externalAddress(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.href;
}

/** What the page may ask of the operating system: to copy text on a click, and to fill the screen. Everything else is refused. */
export function mayUse(permission: string, requestingUrl: string): boolean {
  return ['clipboard-sanitized-write', 'fullscreen'].includes(permission) && isConsoleUrl(requestingUrl);
}
