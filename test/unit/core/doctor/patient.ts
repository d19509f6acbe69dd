/** A doctor with everything real around it: client, simulator, database, folder; no listener of our own. */
import { createDoctor, type DoctorDependencies } from '#core/doctor/doctor.ts';
import { createSeenIps } from '#core/storage/sqlite/seen-ips.ts';
import { createVerificationFiles } from '#core/verification/verification-files.ts';
import type { CheckName, DoctorReport, Finding } from '#shared/model/doctor.ts';
import type { CallbackState, HostStatus } from '#shared/model/host.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { openScanDatabase } from '../../../support/scan-database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { openRealWeChat } from '../users/real-wechat.ts';

export const INSTANCE = 'this-start';
const LISTENING: CallbackState = { state: 'listening', url: 'http://127.0.0.1:4180', port: 4180 };

/** A host that listens at 4180 and is called so, unless `url` says otherwise. */
export function hostWith(callback: CallbackState = LISTENING, url = 'http://127.0.0.1:4180') {
  return {
    status: () => ({ callback }) as HostStatus,
    publicUrl: () => url,
    listenerUrl: () => 'http://127.0.0.1:4180',
  };
}

export async function openPatient(given: Partial<DoctorDependencies> = {}) {
  const clock = manualClock(Date.now());
  const wechat = await openRealWeChat(clock);
  const { database, commits } = openScanDatabase();
  const seenIps = createSeenIps(database, commits);
  const verificationFiles = createVerificationFiles(temporaryFolder());
  const doctor = createDoctor({
    ...wechat,
    host: hostWith(),
    seenIps,
    verificationFiles,
    instance: INSTANCE,
    clock,
    ...given,
  });
  return {
    ...wechat,
    clock,
    commits,
    seenIps,
    verificationFiles,
    doctor,
    examine: (...checks: CheckName[]) => doctor.examine('acc', checks.length > 0 ? checks : undefined),
  };
}

export type Patient = Awaited<ReturnType<typeof openPatient>>;

export function found({ findings }: DoctorReport, check: CheckName): Finding {
  const finding = findings.find((each) => each.check === check);
  if (!finding) throw new Error(`no finding of ${check}`);
  return finding;
}

/** `ok ok failed …`, in the order of the report. */
export function states({ findings }: DoctorReport): string {
  return findings.map(({ state }) => state).join(' ');
}
