/**
 * How long a password would stand against guessing, in three plain steps. Deliberately modest: length counts
 * most, repetition and well-known beginnings count against it.
 */
import { ExportPassword } from '#shared/model/safekeeping.ts';

export type Strength = 'short' | 'weak' | 'fair' | 'strong';

/** What guessing programs try first, and what people write to get past a minimum. */
const WELL_KNOWN = /password|passw0rd|qwert|asdf|letmein|welcome|admin|iloveyou|followdesk|weixin|wechat/gi;

/** Three or more in a row of the same, or of neighbours: aaa, 123, cba. */
function withoutRuns(text: string): number {
  let counted = 0;
  let run = 1;
  let lastStep: number | null = null;
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  codes.forEach((code, index) => {
    const step = index === 0 ? null : code - (codes[index - 1] ?? 0);
    run = step !== null && Math.abs(step) <= 1 && step === lastStep ? run + 1 : 1;
    lastStep = step;
    if (run < 2) counted += 1;
  });
  return counted;
}

function kinds(password: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
}

/** `short` is refused, the others are accepted. */
export function strengthOf(password: string): Strength {
  if (!ExportPassword.safeParse(password).success) return 'short';
  const effective = withoutRuns(password.replace(WELL_KNOWN, 'x'));
  const distinct = new Set(password).size;
  const points = Math.min(effective, distinct * 2) + 2 * (kinds(password) - 1);
  if (points < 14) return 'weak';
  return points < 19 ? 'fair' : 'strong';
}
