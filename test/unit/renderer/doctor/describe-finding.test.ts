/** Everything a doctor can say is worded in both languages, and nothing it says is dropped. */
import { expect, test } from 'vitest';
import { CAUSES, FACT_NAMES } from '#core/doctor/causes.ts';
import { describeFinding, needMending } from '#renderer/doctor/describe-finding.ts';
import { isFactName } from '#renderer/doctor/write-fact.ts';
import { resources } from '#renderer/text/resources.ts';
import { CheckName, Finding } from '#shared/model/doctor.ts';
import { PUBLIC_URL_RULES } from '#shared/model/public-url.ts';
import { Reason } from '#shared/model/verdict.ts';
import { isWorded, LANGUAGES, textOf } from '../words.ts';

const STATES = Finding.shape.state.options;
const ACTORS = Finding.shape.actor.options;
const OWN_CAUSES = Object.values(CAUSES).flat();

function finding(changes: Partial<Finding>): Finding {
  return {
    check: 'public_url',
    state: 'failed',
    actor: 'operator',
    errcode: null,
    cause: null,
    facts: {},
    ...changes,
  };
}

test.each(LANGUAGES)('every check in every state has a sentence of its own in %s', (language) => {
  const t = textOf(language);
  const seen = CheckName.options.flatMap((check) =>
    STATES.map((state) => describeFinding(t, finding({ check, state }))),
  );
  for (const each of seen) expect([each.name, each.state, each.seen].every(isWorded)).toBe(true);
  expect(new Set(seen.map((each) => each.seen)).size).toBe(CheckName.options.length * STATES.length);
});

test.each(LANGUAGES)('every cause a check can name has a title of its own and a remedy in %s', (language) => {
  const t = textOf(language);
  const titles = [...OWN_CAUSES, ...PUBLIC_URL_RULES, ...Reason.options].map((cause) => {
    const [first] = describeFinding(t, finding({ cause })).causes;
    expect(isWorded(first?.title ?? null), cause).toBe(true);
    expect(first?.title).not.toBe(t('findings:unworded', { cause }));
    expect(isWorded(first?.remedy ?? null), cause).toBe(true);
    return first?.title;
  });
  expect(new Set(titles.slice(0, OWN_CAUSES.length)).size).toBe(OWN_CAUSES.length);
});

test('no wording is left of a cause or a fact that no check names', () => {
  const { causes, facts } = resources['zh-CN'].findings;
  expect(Object.keys(causes).sort()).toEqual([...OWN_CAUSES].sort());
  expect(Object.keys(facts).sort()).toEqual([...FACT_NAMES].sort());
  expect(FACT_NAMES.every(isFactName)).toBe(true);
});

test.each(LANGUAGES)('every fact that a sentence mentions is one that checks see, in %s', (language) => {
  const causes: Record<string, { title: string; remedy: string }> = resources[language].findings.causes;
  const sentences = Object.values(causes).flatMap(({ title, remedy }) => [title, remedy]);
  const mentioned = sentences.flatMap((sentence) =>
    [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name),
  );
  expect(mentioned.length).toBeGreaterThan(0);
  for (const name of mentioned) expect(FACT_NAMES).toContain(name);
});

test.each(LANGUAGES)(
  'facts go into the sentences of %s; one that is not known is called by its name',
  (language) => {
    const t = textOf(language);
    const facts = { ip: '203.0.113.7', previousIp: '198.51.100.23' };
    const [known] = describeFinding(t, finding({ cause: 'new_ip_not_listed', facts })).causes;
    expect(known?.remedy).toContain('203.0.113.7');
    expect(known?.remedy).toContain('198.51.100.23');
    const [unknown] = describeFinding(t, finding({ cause: 'ip_not_listed' })).causes;
    expect(unknown?.remedy).toMatch(/加入 本机公网 IP，|add this machine's public IP and/);
  },
);

test.each(LANGUAGES)('who acts is said in %s, unless nobody has to', (language) => {
  const t = textOf(language);
  for (const actor of ACTORS) {
    expect(describeFinding(t, finding({ actor })).actor === null).toBe(actor === 'none');
    expect(describeFinding(t, finding({ actor, state: 'ok' })).actor).toBeNull();
  }
});

test.each(LANGUAGES)('a check that waits for another says for which, in %s', (language) => {
  const t = textOf(language);
  for (const check of CheckName.options) {
    const [why] = describeFinding(t, finding({ state: 'skipped', cause: `after_${check}` })).causes;
    expect(why?.title).toContain(t(`findings:checks.${check}.name`));
    expect(why?.remedy).toBeNull();
  }
});

test('a cause of the doctor’s own says more than the errcode; a scan’s reason says less', () => {
  const t = textOf('en');
  const own = describeFinding(t, finding({ cause: 'not_verified', errcode: 48001 })).causes[0];
  expect(own?.title).toBe('This service account has no such right');
  const reason = describeFinding(t, finding({ cause: 'permission', errcode: 50002 })).causes[0];
  expect(reason?.title).toContain('restricted');
  expect(describeFinding(t, finding({ cause: 'permission' })).causes[0]?.title).not.toBe(reason?.title);
});

test('every rule a public URL breaks is told, the first one once', () => {
  const facts = { url: 'http://x.example:8080', rules: 'not_https has_port' };
  const { causes } = describeFinding(textOf('en'), finding({ state: 'warning', cause: 'not_https', facts }));
  expect(causes.map(({ title }) => title)).toEqual(['Not https', 'Has a port']);
});

test('a cause and a fact without wording are shown by their names', () => {
  const odd = describeFinding(textOf('en'), finding({ cause: 'moon_phase', facts: { tide: 'high' } }));
  expect(odd.causes[0]?.title).toContain('moon_phase');
  expect(odd.facts).toEqual([{ name: 'tide', value: 'high' }]);
});

test('facts are written as people read them', () => {
  const facts = { ms: '38', skewSeconds: '-90', mode: 'shared', accountKind: 'service', remain: '499999' };
  const written = describeFinding(textOf('en'), finding({ facts })).facts.map(({ value }) => value);
  expect(written).toEqual([
    '38 ms',
    '-90 s',
    "your organisation's token service",
    'verified service account',
    '499,999',
  ]);
  const [time] = describeFinding(
    textOf('en'),
    finding({ facts: { validTo: '2120-01-01T12:00:00.000Z' } }),
  ).facts;
  expect(time?.value).toMatch(/^21(20|19)-\d\d-\d\d \d\d:\d\d:\d\d$/);
});

test('a check that passed keeps to the facts one compares from day to day', () => {
  const facts = { ms: '38', url: 'https://api.weixin.qq.com', mode: 'stable', appId: 'wx1' };
  const passed = describeFinding(textOf('en'), finding({ state: 'ok', facts }));
  expect(passed.facts.map(({ value }) => value)).toEqual(['38 ms', 'https://api.weixin.qq.com']);
  expect(passed.causes).toEqual([]);
});

test('warnings and failures need mending, the rest does not', () => {
  const findings = STATES.map((state) => finding({ state }));
  expect(needMending(findings).map(({ state }) => state)).toEqual(['warning', 'failed']);
});
