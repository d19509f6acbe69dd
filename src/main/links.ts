/**
 * Links that open FollowDesk from outside: `followdesk://open/desk`. Anybody can write one, so the rule: a link is
 * never loaded, it can only name one of our screens, and every other is ignored. The page's own address
 * (`followdesk://console/`) shares the scheme and is such an other.
 */
import type { App } from 'electron';
import type { Logger } from '#core/environment.ts';
import { type Command, ConsoleScreen } from '#shared/model/host.ts';
import { CONSOLE_SCHEME } from './navigation.ts';

const OPEN = /^followdesk:\/\/open\/([a-z]{1,20})\/?$/;

/** The command a link stands for, or null when it is not one of ours. */
export function commandOf(link: string): Command | null {
  const screen = ConsoleScreen.safeParse(OPEN.exec(link)?.[1]);
  return screen.success ? { kind: 'navigate', screen: screen.data } : null;
}

/** The link among a process's arguments, or null: Windows and Linux hand it over there. */
export function linkIn(argv: readonly string[]): string | null {
  return argv.find((argument) => argument.toLowerCase().startsWith(`${CONSOLE_SCHEME}:`)) ?? null;
}

/**
 * Where links go. macOS may send the one it starts us with before there is anything to show it in, so links are
 * kept until `deliverTo` says where they go.
 */
export interface Links {
  open(link: string): void;
  deliverTo(show: (command: Command) => void): void;
}

export function createLinks(logger: Logger): Links {
  let kept: Command | null = null;
  let show: ((command: Command) => void) | null = null;
  return {
    open(link) {
      const command = commandOf(link);
      if (command === null) {
        // Not the link itself: whoever wrote it may have put anything in it.
        logger.warn({ length: link.length }, 'a link was ignored');
      } else if (show === null) {
        kept = command;
      } else {
        show(command);
      }
    },
    deliverTo(given) {
      show = given;
      if (kept !== null) given(kept);
      kept = null;
    },
  };
}

/** Listens for links: macOS tells at any time, the others start us with one. Call it before the app is ready. */
export function receiveLinks(
  app: Pick<App, 'on' | 'isPackaged' | 'setAsDefaultProtocolClient'>,
  links: Links,
  argv: readonly string[],
): void {
  // Unpackaged, the system would remember a bare Electron as FollowDesk.
  if (app.isPackaged) app.setAsDefaultProtocolClient(CONSOLE_SCHEME);
  app.on('open-url', (event, link) => {
    event.preventDefault();
    links.open(link);
  });
  const link = linkIn(argv);
  if (link !== null) links.open(link);
}
