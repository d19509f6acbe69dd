/**
 * A doctor's finding in the operator's words: what was seen, why, who acts, what to do. Total: a cause or a
 * fact this console has no words for is shown by its name rather than dropped.
 */
import type { Finding } from '#shared/model/doctor.ts';
import { Reason } from '#shared/model/verdict.ts';
import { describeUrlRule, isUrlRule } from '../public-url/url-rules.ts';
import { describeErrcode, type Fact } from '../text/describe-error.ts';
import { clockTime } from '../text/format.ts';
import { resources } from '../text/resources.ts';
import type { Text } from '../text/text.ts';

const { causes, facts: factNames } = resources['zh-CN'].accounts.doctor;

export interface FindingDescription {
  name: string;
  state: string;
  /** What was seen, in one sentence. */
  seen: string;
  /** Why, and the remedy; several when a public URL breaks several rules. */
  causes: { title: string; remedy: string | null }[];
  /** Who mends it; null when there is nothing to mend. */
  actor: string | null;
  facts: Fact[];
}

export function describeFinding(t: Text, finding: Finding): FindingDescription {
  const { check, state, actor } = finding;
  const mend = state === 'warning' || state === 'failed';
  return {
    name: t(`accounts:doctor.checks.${check}.name`),
    state: t(`accounts:doctor.states.${state}`),
    seen: t(`accounts:doctor.checks.${check}.${state}`),
    causes: mend ? causesOf(t, finding) : [],
    actor: mend && actor !== 'none' ? t(`accounts:doctor.actors.${actor}`) : null,
    facts: factsOf(t, finding),
  };
}

/** Findings that somebody has to do something about. */
export function needMending(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ state }) => state === 'warning' || state === 'failed');
}

function causesOf(t: Text, { cause, errcode, facts }: Finding): FindingDescription['causes'] {
  const rules = (facts.rules ?? '').split(' ').filter((rule) => rule !== '' && rule !== cause);
  const described = [
    ...(cause === null ? [] : [describeCause(t, cause)]),
    ...rules.map((rule) => describeUrlRule(t, rule)),
  ];
  const [first, ...others] = described;
  if (facts.ip !== undefined) {
    return [{ title: first?.title ?? '', remedy: t('accounts:doctor.addIp', { ip: facts.ip }) }, ...others];
  }
  const known = errcode === null ? null : describeErrcode(t, errcode);
  if (known?.meaning != null) return [{ title: known.meaning, remedy: known.remedy }, ...others];
  return described;
}

function describeCause(t: Text, cause: string): { title: string; remedy: string | null } {
  if (isUrlRule(cause)) return describeUrlRule(t, cause);
  if (isCause(cause)) {
    return {
      title: t(`accounts:doctor.causes.${cause}.title`),
      remedy: t(`accounts:doctor.causes.${cause}.remedy`),
    };
  }
  const reason = Reason.safeParse(cause);
  if (!reason.success) return { title: t('accounts:doctor.unworded', { cause }), remedy: null };
  return { title: t(`reasons:${reason.data}.title`), remedy: t(`reasons:${reason.data}.remedy`) };
}

/** Where nothing is wrong, only what a person wants to compare from day to day. */
const BRIEF = ['url', 'ms', 'remain', 'skewSeconds'];

function factsOf(t: Text, { facts, state }: Finding): Fact[] {
  const brief = state === 'ok' || state === 'skipped';
  return Object.entries(facts)
    .filter(([name, value]) => name !== 'rules' && value !== '' && (!brief || BRIEF.includes(name)))
    .map(([name, value]) => ({
      name: isFactName(name) ? t(`accounts:doctor.facts.${name}`) : name,
      value: writeFact(t, name, value),
    }));
}

function writeFact(t: Text, name: string, value: string): string {
  if (name === 'ms') return `${value} ms`;
  if (name === 'skewSeconds') return `${value} s`;
  if (name === 'mode' && (value === 'stable' || value === 'classic'))
    return t(`accounts:tokenModes.${value}`);
  return /^\d{4}-\d\d-\d\dT/.test(value) ? clockTime(value) : value;
}

function isCause(name: string): name is keyof typeof causes {
  return Object.hasOwn(causes, name);
}

function isFactName(name: string): name is keyof typeof factNames {
  return Object.hasOwn(factNames, name);
}
