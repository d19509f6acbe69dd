/** What the doctor found: one finding per check, in the order a person would mend them. */
import { z } from 'zod';

export const CheckName = z.enum([
  'credentials',
  'token',
  'api_reachable',
  'user_info',
  'public_url',
  'callback',
  'clock',
]);
export type CheckName = z.infer<typeof CheckName>;

export const Finding = z.object({
  check: CheckName,
  state: z.enum(['ok', 'warning', 'failed', 'skipped']),
  /** Who can mend it. */
  actor: z.enum(['none', 'operator', 'admin', 'wechat', 'app', 'user']),
  errcode: z.number().nullable(),
  /** A contract reason or the name of a rule (`not_https`, …); wording in `renderer/text`. */
  cause: z.string().nullable(),
  /** What was seen, copyable, without secrets: `ip`, `rid`, `ms`, `url`, … */
  facts: z.record(z.string(), z.string()),
});
export type Finding = z.infer<typeof Finding>;

export const DoctorReport = z.object({
  accountId: z.string(),
  at: z.iso.datetime(),
  healthy: z.boolean(),
  findings: z.array(Finding),
});
export type DoctorReport = z.infer<typeof DoctorReport>;
