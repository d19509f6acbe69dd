/** The host itself: what it can do, how it is set, and WeChat's error codes explained. */
import { z } from 'zod';
import { ErrorCode } from '../model/error-codes.ts';
import { HostStatus, Settings, SettingsPatch } from '../model/host.ts';
import { procedure } from './errors.ts';

export const host = {
  status: procedure.route({ method: 'GET', path: '/host' }).output(HostStatus),
  settings: procedure.route({ method: 'GET', path: '/host/settings' }).output(Settings),
  /** A changed callback address is tried at once; when the port is taken, PORT_IN_USE offers another and the old listener stays. */
  changeSettings: procedure
    .route({ method: 'PATCH', path: '/host/settings' })
    .input(SettingsPatch)
    .output(Settings),
};

export const errorCodes = {
  explain: procedure
    .route({ method: 'GET', path: '/errors/{code}' })
    .input(z.object({ code: z.coerce.number().int() }))
    .output(ErrorCode),
};
