/** Both languages, assembled from one file per screen; each is a namespace. The palette, like all of the frame, is in `common`. */
import type { Language } from '#shared/model/host.ts';
import { accounts as accountsEn } from './en/accounts.ts';
import { common as commonEn } from './en/common.ts';
import { desk as deskEn } from './en/desk.ts';
import { errors as errorsEn } from './en/errors.ts';
import { palette as paletteEn } from './en/palette.ts';
import { reasons as reasonsEn } from './en/reasons.ts';
import { settings as settingsEn } from './en/settings.ts';
import { accounts } from './zh-CN/accounts.ts';
import { common } from './zh-CN/common.ts';
import { desk } from './zh-CN/desk.ts';
import { errors } from './zh-CN/errors.ts';
import { palette } from './zh-CN/palette.ts';
import { reasons } from './zh-CN/reasons.ts';
import { settings } from './zh-CN/settings.ts';

const chinese = { common: { ...common, palette }, desk, accounts, settings, errors, reasons };

const english = {
  common: { ...commonEn, palette: paletteEn },
  desk: deskEn,
  accounts: accountsEn,
  settings: settingsEn,
  errors: errorsEn,
  reasons: reasonsEn,
};

export type Resources = typeof chinese;

export const resources = { 'zh-CN': chinese, en: english } as const satisfies Record<Language, unknown>;
