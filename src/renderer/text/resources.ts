/** Both languages, assembled from one file per screen; each is a namespace. The palette, like all of the frame, is in `common`. */
import type { Language } from '#shared/model/host.ts';
import { accounts as accountsEn } from './en/accounts.ts';
import { board as boardEn } from './en/board.ts';
import { common as commonEn } from './en/common.ts';
import { desk as deskEn } from './en/desk.ts';
import { doctor as doctorEn } from './en/doctor.ts';
import { errors as errorsEn } from './en/errors.ts';
import { findings as findingsEn } from './en/findings.ts';
import { followers as followersEn } from './en/followers.ts';
import { gates as gatesEn } from './en/gates.ts';
import { lock as lockEn } from './en/lock.ts';
import { lookup as lookupEn } from './en/lookup.ts';
import { palette as paletteEn } from './en/palette.ts';
import { posters as postersEn } from './en/posters.ts';
import { reasons as reasonsEn } from './en/reasons.ts';
import { records as recordsEn } from './en/records.ts';
import { settings as settingsEn } from './en/settings.ts';
import { setup as setupEn } from './en/setup.ts';
import { accounts } from './zh-CN/accounts.ts';
import { board } from './zh-CN/board.ts';
import { common } from './zh-CN/common.ts';
import { desk } from './zh-CN/desk.ts';
import { doctor } from './zh-CN/doctor.ts';
import { errors } from './zh-CN/errors.ts';
import { findings } from './zh-CN/findings.ts';
import { followers } from './zh-CN/followers.ts';
import { gates } from './zh-CN/gates.ts';
import { lock } from './zh-CN/lock.ts';
import { lookup } from './zh-CN/lookup.ts';
import { palette } from './zh-CN/palette.ts';
import { posters } from './zh-CN/posters.ts';
import { reasons } from './zh-CN/reasons.ts';
import { records } from './zh-CN/records.ts';
import { settings } from './zh-CN/settings.ts';
import { setup } from './zh-CN/setup.ts';

const chinese = {
  common: { ...common, palette },
  desk,
  gates,
  posters,
  board,
  lookup,
  followers,
  records,
  accounts,
  setup,
  doctor,
  findings,
  settings,
  lock,
  errors,
  reasons,
};

const english = {
  common: { ...commonEn, palette: paletteEn },
  desk: deskEn,
  gates: gatesEn,
  posters: postersEn,
  board: boardEn,
  lookup: lookupEn,
  followers: followersEn,
  records: recordsEn,
  accounts: accountsEn,
  setup: setupEn,
  doctor: doctorEn,
  findings: findingsEn,
  settings: settingsEn,
  lock: lockEn,
  errors: errorsEn,
  reasons: reasonsEn,
};

export type Resources = typeof chinese;

export const resources = { 'zh-CN': chinese, en: english } as const satisfies Record<Language, unknown>;
