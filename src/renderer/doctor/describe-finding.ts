/**
 * A doctor's finding in the operator's words: what was seen, why, who acts, what to do. Total: a cause or a
 * fact this console has no words for is shown by its name rather than dropped.
 */
import { CheckName, type Finding } from '#shared/model/doctor.ts';
import { Reason } from '#shared/model/verdict.ts';
import { describeUrlRule, isUrlRule } from '../public-url/url-rules.ts';
import { describeErrcode, type Fact } from '../text/describe-error.ts';
import { resources } from '../text/resources.ts';
import type { Text } from '../text/text.ts';
import { FACT_NAMES, isFactName, writeFact } from './write-fact.ts';

const { causes } = resources['zh-CN'].findings;

export interface CauseDescription {
  title: string;
  remedy: string | null;
}

export interface FindingDescription {
  name: string;
  state: string;
  /** What was seen, in one sentence. */
  seen: string;
  /** Why, and the remedy; several when a public URL breaks several rules. */
  causes: CauseDescription[];
  /** Who mends it; null when there is nothing to mend. */
  actor: string | null;
  facts: Fact[];
}

export function describeFinding(t: Text, finding: Finding): FindingDescription {
  const { check, state, actor } = finding;
  const mend = state === 'warning' || state === 'failed';
  return {
    name: t(`findings:checks.${check}.name`),
    state: t(`findings:states.${state}`),
    seen: t(`findings:checks.${check}.${state}`),
    causes: mend ? causesOf(t, finding) : whySkipped(t, finding),
    actor: mend && actor !== 'none' ? t(`findings:actors.${actor}`) : null,
    facts: factsOf(t, finding, mend),
  };
}

/** Findings that somebody has to do something about. */
export function needMending(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ state }) => state === 'warning' || state === 'failed');
}

function causesOf(t: Text, { cause, errcode, facts }: Finding): CauseDescription[] {
  const rules = (facts.rules ?? '').split(' ').filter((rule) => rule !== '' && rule !== cause);
  const others = rules.map((rule) => describeUrlRule(t, rule));
  if (cause === null) return [...explained(t, errcode), ...others];
  // A cause of the doctor's own says more than the code it was told from; a scan's reason says less.
  if (isUrlRule(cause) || isCause(cause)) return [describeCause(t, cause, facts), ...others];
  const [known] = explained(t, errcode);
  return [known ?? describeCause(t, cause, facts), ...others];
}

function explained(t: Text, errcode: number | null): CauseDescription[] {
  const { meaning, remedy } =
    errcode === null ? { meaning: null, remedy: null } : describeErrcode(t, errcode);
  return meaning === null ? [] : [{ title: meaning, remedy }];
}

/** A check that waits for another names it; nothing is to be done about any of them. */
function whySkipped(t: Text, { cause, facts }: Finding): CauseDescription[] {
  if (cause === null) return [];
  const before = CheckName.safeParse(cause.replace(/^after_/, ''));
  if (cause.startsWith('after_') && before.success) {
    const check = t(`findings:checks.${before.data}.name`);
    return [{ title: t('findings:after', { check }), remedy: null }];
  }
  return [{ ...describeCause(t, cause, facts), remedy: null }];
}

function describeCause(t: Text, cause: string, facts: Finding['facts']): CauseDescription {
  if (isUrlRule(cause)) return describeUrlRule(t, cause);
  if (isCause(cause)) {
    const replace = Object.fromEntries(
      FACT_NAMES.map((name) => [name, factInSentence(t, name, facts[name])]),
    );
    // The types of i18next want each sentence's own values, and here one line says them all.
    const say = t as (
      key: `findings:causes.${typeof cause}.${'title' | 'remedy'}`,
      options: object,
    ) => string;
    return {
      title: say(`findings:causes.${cause}.title`, { replace }),
      remedy: say(`findings:causes.${cause}.remedy`, { replace }),
    };
  }
  const reason = Reason.safeParse(cause);
  if (!reason.success) return { title: t('findings:unworded', { cause }), remedy: null };
  return { title: t(`reasons:${reason.data}.title`), remedy: t(`reasons:${reason.data}.remedy`) };
}

/** What is not known is called by its name: "add this machine's public IP". */
function factInSentence(t: Text, name: (typeof FACT_NAMES)[number], value: string | undefined): string {
  if (value !== undefined && value !== '') return writeFact(t, name, value);
  const called = t(`findings:facts.${name}`);
  return /^[A-Z][a-z]/.test(called) ? called.charAt(0).toLowerCase() + called.slice(1) : called;
}

/** Where nothing is wrong, only what a person wants to compare from day to day. */
const BRIEF = ['url', 'ms', 'ip', 'expiresAt', 'remain', 'addresses', 'validTo', 'skewSeconds'];

function factsOf(t: Text, { facts }: Finding, all: boolean): Fact[] {
  return Object.entries(facts)
    .filter(([name, value]) => name !== 'rules' && value !== '' && (all || BRIEF.includes(name)))
    .map(([name, value]) => ({
      name: isFactName(name) ? t(`findings:facts.${name}`) : name,
      value: writeFact(t, name, value),
    }));
}

function isCause(name: string): name is keyof typeof causes {
  return Object.hasOwn(causes, name);
}
