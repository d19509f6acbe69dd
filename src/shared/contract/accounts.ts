/** Accounts 公众号: made, changed, tested, removed. No answer carries an AppSecret or a token. */
import { z } from 'zod';
import { Account, AccountInput, AccountPatch } from '../model/account.ts';
import { CheckName, DoctorReport, RidReport, SeenIp } from '../model/doctor.ts';
import { Pulse } from '../model/pulse.ts';
import { TokenStatus } from '../model/token.ts';
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
  /** Makes the sandbox account if there is none, so that a scan works with no AppID. */
  addSandbox: procedure.route({ method: 'POST', path: '/accounts/sandbox' }).output(Account),

  /** How WeChat answers for it now, and how many visits wait; asks WeChat nothing. */
  pulse: procedure.route({ method: 'GET', path: '/accounts/{id}/pulse' }).input(Id).output(Pulse),

  /** Every check, or those named. */
  doctor: procedure
    .route({ method: 'POST', path: '/accounts/{id}/doctor' })
    .input(Id.extend({ checks: z.array(CheckName).min(1).optional() }))
    .output(DoctorReport),
  /** What WeChat remembers of a call that it refused; WECHAT_REFUSED 76001–76004, 76022 when it does not. */
  lookUpRid: procedure
    .route({ method: 'POST', path: '/accounts/{id}/rid' })
    .input(Id.extend({ rid: z.string().trim().min(1).max(100) }))
    .output(RidReport),
  /** The addresses WeChat saw this machine call from, the latest first. */
  seenIps: procedure
    .route({ method: 'GET', path: '/accounts/{id}/ips' })
    .input(Id)
    .output(z.object({ items: z.array(SeenIp) })),

  token: procedure.route({ method: 'GET', path: '/accounts/{id}/token' }).input(Id).output(TokenStatus),
  /** Fetches a token now. In `stable` mode WeChat answers with the one in force; it is never forced. */
  refreshToken: procedure
    .route({ method: 'POST', path: '/accounts/{id}/token/refresh' })
    .input(Id)
    .output(TokenStatus),
  /**
   * Makes WeChat drop the stable token and issue another: 20 a day, 30 s apart (TOO_SOON), and every other
   * system that holds the stable token is refused until it asks anew. WRONG_TOKEN_MODE unless `stable`.
   */
  forceToken: procedure
    .route({ method: 'POST', path: '/accounts/{id}/token/force' })
    .input(Id)
    .output(TokenStatus),
  /** Lets other systems read the token with this key, which is told once; a key given before stops working. */
  openTokenService: procedure
    .route({ method: 'POST', path: '/accounts/{id}/token/service' })
    .input(Id)
    .output(z.object({ key: z.string() })),
  closeTokenService: procedure
    .route({ method: 'DELETE', path: '/accounts/{id}/token/service', successStatus: 204 })
    .input(Id)
    .output(z.void()),
};
