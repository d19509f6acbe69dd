/** The host itself, and WeChat's error codes explained. */
import type { App } from '#core/app.ts';
import { NotFound } from '#core/errors.ts';
import { explainErrorCode } from '#shared/model/error-codes.ts';
import type { Base } from './base.ts';

export function hostProcedures({ host: os }: Base, { host }: App) {
  return {
    status: os.status.handler(() => host.status()),
    settings: os.settings.handler(() => host.settings()),
    changeSettings: os.changeSettings.handler(({ input }) => host.changeSettings(input)),
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
