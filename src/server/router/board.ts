/** The board over the core. */
import type { App } from '#core/app.ts';
import type { Logger } from '#core/environment.ts';
import type { Base } from './base.ts';
import { namedFeed } from './feed.ts';

export function boardProcedures({ board: os }: Base, { board }: Pick<App, 'board'>, logger: Logger) {
  return {
    get: os.get.handler(() => board.view()),
    live: os.live.handler(({ signal }) => namedFeed(board.live(signal), { signal, logger })),
    settings: os.settings.handler(() => board.settings()),
    changeSettings: os.changeSettings.handler(({ input }) => board.changeSettings(input)),
    openWindow: os.openWindow.handler(() => board.openWindow()),
    access: os.access.handler(() => ({ hasKey: board.key.exists() })),
    newKey: os.newKey.handler(() => ({ key: board.key.renew() })),
    removeKey: os.removeKey.handler(() => board.key.remove()),
  };
}
