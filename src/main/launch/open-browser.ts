/** Opens an address in the user's browser where there is one; failing is no news, since the address is printed too. */
import { spawn } from 'node:child_process';

const OPENERS: Partial<Record<NodeJS.Platform, readonly [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  // Not cmd's `start`, to which "&" in an address is another command.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

export function openBrowser(address: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** Whether somebody sits here to look: not in CI, and on Linux only with a display. */
export function hasBrowser(env: NodeJS.ProcessEnv, display: boolean): boolean {
  return !env.CI && (display || OPENERS[process.platform] !== undefined);
}
