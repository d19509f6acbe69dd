/** Accounts over the core. */
import type { App } from '#core/app.ts';
import type { Base } from './base.ts';

export function accountProcedures({ accounts: os }: Base, { accounts, doctor, tokens }: App) {
  return {
    list: os.list.handler(() => ({ items: accounts.list() })),
    create: os.create.handler(({ input }) => accounts.create(input)),
    update: os.update.handler(({ input: { id, ...patch } }) => accounts.update(id, patch)),
    remove: os.remove.handler(({ input }) => accounts.remove(input.id)),
    addSandbox: os.addSandbox.handler(() => accounts.addSandbox()),
    pulse: os.pulse.handler(({ input }) => accounts.pulse(input.id)),
    doctor: os.doctor.handler(({ input }) => doctor.examine(input.id, input.checks)),
    lookUpRid: os.lookUpRid.handler(({ input }) => doctor.lookUpRid(input.id, input.rid)),
    seenIps: os.seenIps.handler(({ input }) => ({ items: doctor.seenIps(input.id) })),
    token: os.token.handler(({ input }) => tokens.status(input.id)),
    refreshToken: os.refreshToken.handler(({ input }) => tokens.refresh(input.id)),
    forceToken: os.forceToken.handler(({ input }) => tokens.force(input.id)),
    openTokenService: os.openTokenService.handler(({ input }) => ({ key: tokens.openService(input.id) })),
    closeTokenService: os.closeTokenService.handler(({ input }) => tokens.closeService(input.id)),
  };
}
