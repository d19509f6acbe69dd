/** Asks WeChat and this machine what would go wrong at the door, before it does. */
import type { DoctorReport } from '#shared/model/doctor.ts';

export interface Doctor {
  examine(accountId: string): Promise<DoctorReport>;
}
