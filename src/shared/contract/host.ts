/** The host itself: what it can do, how it is set, and WeChat's error codes explained. */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ErrorCode } from '../model/error-codes.ts';
import { Command, HostStatus, Settings, SettingsPatch } from '../model/host.ts';
import { Network, NetworkPatch } from '../model/network.ts';
import { VerificationFile, VerificationFileInput } from '../model/verification-file.ts';
import { procedure } from './errors.ts';

export const host = {
  status: procedure.route({ method: 'GET', path: '/host' }).output(HostStatus),
  settings: procedure.route({ method: 'GET', path: '/host/settings' }).output(Settings),
  /** A changed callback address is tried at once; when the port is taken, PORT_IN_USE offers another and the old listener stays. */
  changeSettings: procedure
    .route({ method: 'PATCH', path: '/host/settings' })
    .input(SettingsPatch)
    .output(Settings),
  network: procedure.route({ method: 'GET', path: '/host/network' }).output(Network),
  /** In force for the next call; calls under way end as they began. */
  changeNetwork: procedure
    .route({ method: 'PATCH', path: '/host/network' })
    .input(NetworkPatch)
    .output(Network),
  /** WeChat's proofs of domain that the callback listener serves. */
  verificationFiles: procedure
    .route({ method: 'GET', path: '/host/verification-files' })
    .output(z.object({ items: z.array(VerificationFile) })),
  addVerificationFile: procedure
    .route({ method: 'POST', path: '/host/verification-files', successStatus: 201 })
    .input(VerificationFileInput)
    .output(VerificationFile),
  removeVerificationFile: procedure
    .route({ method: 'DELETE', path: '/host/verification-files/{name}', successStatus: 204 })
    .input(z.object({ name: z.string() }))
    .output(z.void()),
  /** What the host's own menus, tray and links ask of the console; a host without any sends nothing. */
  commands: procedure.route({ method: 'GET', path: '/host/commands' }).output(eventIterator(Command)),
};

export const errorCodes = {
  explain: procedure
    .route({ method: 'GET', path: '/errors/{code}' })
    .input(z.object({ code: z.coerce.number().int() }))
    .output(ErrorCode),
};
