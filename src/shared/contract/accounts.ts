/** Accounts 公众号: made, changed, tested, removed. No answer carries an AppSecret or a token. */
import { z } from 'zod';
import { Account, AccountInput, AccountPatch, TokenStatus } from '../model/account.ts';
import { DoctorReport } from '../model/doctor.ts';
import { procedure } from './errors.ts';

const Id = z.object({ id: z.string() });

export const accounts = {
  list: procedure.route({ method: 'GET', path: '/accounts' }).output(z.object({ items: z.array(Account) })),
  create: procedure
    .route({ method: 'POST', path: '/accounts', successStatus: 201 })
    .input(AccountInput)
    .output(Account),
  update: procedure
    .route({ method: 'PATCH', path: '/accounts/{id}' })
    .input(AccountPatch.extend(Id.shape))
    .output(Account),
  /** Removes the account, its entries, its secret and its cached token; its scans stay on record. */
  remove: procedure
    .route({ method: 'DELETE', path: '/accounts/{id}', successStatus: 204 })
    .input(Id)
    .output(z.void()),
  doctor: procedure.route({ method: 'POST', path: '/accounts/{id}/doctor' }).input(Id).output(DoctorReport),
  token: procedure.route({ method: 'GET', path: '/accounts/{id}/token' }).input(Id).output(TokenStatus),
  /** Fetches a token now. In `stable` mode WeChat answers with the one in force; it is never forced. */
  refreshToken: procedure
    .route({ method: 'POST', path: '/accounts/{id}/token/refresh' })
    .input(Id)
    .output(TokenStatus),
  /** Makes the sandbox account if there is none, so that a scan works with no AppID. */
  addSandbox: procedure.route({ method: 'POST', path: '/accounts/sandbox' }).output(Account),
};
