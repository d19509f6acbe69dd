/** The inspector: the latest calls to WeChat, redacted. */
import { z } from 'zod';
import { Call, CallQuery } from '../model/call.ts';
import { procedure } from './errors.ts';

export const calls = {
  /** Newest first, at most the last 500 of this host. */
  list: procedure
    .route({ method: 'GET', path: '/calls' })
    .input(CallQuery)
    .output(z.object({ items: z.array(Call) })),
  clear: procedure.route({ method: 'DELETE', path: '/calls', successStatus: 204 }).output(z.void()),
};
