/** The board 大屏. `get` and `live` are all that its own key opens; the rest is the console's. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Board, BoardAccess, BoardSettings, BoardSettingsPatch } from '../model/board.ts';
import { procedure } from './errors.ts';

export const board = {
  get: procedure.route({ method: 'GET', path: '/board' }).output(Board),
  /** The board as it is, then after every change, at most a few times a second; also now and then without one. */
  live: procedure.route({ method: 'GET', path: '/board/live' }).output(eventIterator(Board)),
  settings: procedure.route({ method: 'GET', path: '/board/settings' }).output(BoardSettings),
  changeSettings: procedure
    .route({ method: 'PATCH', path: '/board/settings' })
    .input(BoardSettingsPatch)
    .output(BoardSettings),
  /** Opens the board's window, or brings it forward, where the host can (`capabilities.boardWindow`). */
  openWindow: procedure.route({ method: 'POST', path: '/board/window', successStatus: 204 }).output(z.void()),
  access: procedure.route({ method: 'GET', path: '/board/key' }).output(BoardAccess),
  /** Told once: only its digest is kept. One given before stops working. */
  newKey: procedure
    .route({ method: 'POST', path: '/board/key', successStatus: 201 })
    .output(z.object({ key: z.string() })),
  /** Screens that show the board with the key go dark. */
  removeKey: procedure.route({ method: 'DELETE', path: '/board/key', successStatus: 204 }).output(z.void()),
};
