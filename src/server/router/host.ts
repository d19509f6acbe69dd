/** The host itself, and WeChat's error codes explained. */
import type { App } from '#core/app.ts';
import { NotFound } from '#core/errors.ts';
import { explainErrorCode } from '#shared/model/error-codes.ts';
import type { Base } from './base.ts';

export function hostProcedures({ host: os }: Base, { host, verificationFiles }: App) {
  return {
    status: os.status.handler(() => host.status()),
    settings: os.settings.handler(() => host.settings()),
    changeSettings: os.changeSettings.handler(({ input }) => host.changeSettings(input)),
    network: os.network.handler(() => host.network()),
    changeNetwork: os.changeNetwork.handler(({ input }) => host.changeNetwork(input)),
    verificationFiles: os.verificationFiles.handler(() => ({ items: verificationFiles.list() })),
    addVerificationFile: os.addVerificationFile.handler(({ input }) => verificationFiles.add(input)),
    removeVerificationFile: os.removeVerificationFile.handler(({ input }) =>
      verificationFiles.remove(input.name),
    ),
    commands: os.commands.handler(({ signal }) => host.commands.listen(signal)),
  };
}

export function errorCodeProcedures({ errors: os }: Base) {
  return {
    explain: os.explain.handler(({ input }) => {
      const explained = explainErrorCode(input.code);
      if (explained === null) throw new NotFound('error_code', String(input.code));
      return explained;
    }),
  };
}
