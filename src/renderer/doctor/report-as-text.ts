/**
 * The doctor's report as plain text, to be sent to whoever mends it. The rule: only what the host said in typed
 * facts, and it says no secret; times stand in UTC, so that a reader elsewhere need not guess.
 */
import type { DoctorReport } from '#shared/model/doctor.ts';
import type { Text } from '../text/text.ts';
import { describeFinding } from './describe-finding.ts';
import { isFactName, isTime, writeFact } from './write-fact.ts';

export function reportAsText(t: Text, { at, findings }: DoctorReport, accountName: string): string {
  const head = [
    t('findings:report.title'),
    `${t('findings:report.account')}: ${accountName}`,
    `${t('findings:report.at')}: ${at}`,
  ];
  const parts = findings.map((finding) => {
    const { name, state, seen, causes, actor } = describeFinding(t, finding);
    return [
      `[${state}] ${name} (${finding.check}): ${seen}`,
      ...causes.map(({ title, remedy }) => `  ${[title, remedy].filter(Boolean).join(' — ')}`),
      ...(finding.cause === null ? [] : [`  cause: ${finding.cause}`]),
      ...(actor === null ? [] : [`  ${t('findings:actor', { who: actor })}`]),
      ...Object.entries(finding.facts).map(([fact, value]) => factLine(t, fact, value)),
    ].join('\n');
  });
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`;
}

function factLine(t: Text, fact: string, value: string): string {
  const name = isFactName(fact) ? t(`findings:facts.${fact}`) : fact;
  return `  ${name}: ${isTime(value) ? value : writeFact(t, fact, value)}`;
}
