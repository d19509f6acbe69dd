/** Every check in every state is worded in both languages, and nothing a doctor says is dropped. */
import { expect, test } from 'vitest';
import { describeFinding, needMending } from '#renderer/accounts/describe-finding.ts';
import { URL_RULES } from '#renderer/public-url/url-rules.ts';
import { CheckName, Finding } from '#shared/model/doctor.ts';
import { Reason } from '#shared/model/verdict.ts';
import { isWorded, LANGUAGES, textOf } from '../words.ts';

const STATES = Finding.shape.state.options;
const ACTORS = Finding.shape.actor.options;

/** Everything the checks in `core/doctor` name as a cause. */
const CAUSES = [
  ...Reason.options,
  ...URL_RULES,
  ...['secret_missing', 'secret_unreadable', 'token_taken', 'slow', 'quota_low', 'skewed'],
  ...['not_set', 'redirected', 'not_followdesk', 'http_status', 'no_answer', 'unreachable'],
  ...['port_in_use', 'port_forbidden', 'address_unknown', 'listen_failed'],
];

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

test.each(LANGUAGES)('every cause has a title and a remedy in %s', (language) => {
  const t = textOf(language);
  for (const cause of CAUSES) {
    const [first] = describeFinding(t, finding({ cause })).causes;
    expect(isWorded(first?.title ?? null), cause).toBe(true);
    expect(isWorded(first?.remedy ?? null), cause).toBe(true);
  }
});

test.each(LANGUAGES)('who acts is said in %s, unless nobody has to', (language) => {
  const t = textOf(language);
  for (const actor of ACTORS) {
    expect(describeFinding(t, finding({ actor })).actor === null).toBe(actor === 'none');
    expect(describeFinding(t, finding({ actor, state: 'ok' })).actor).toBeNull();
  }
});

test('an errcode is explained by the catalogue, and an IP goes into the remedy', () => {
  const t = textOf('en');
  const facts = { ip: '203.0.113.7', rid: '65f0' };
  const blocked = describeFinding(t, finding({ cause: 'ip_not_allowed', errcode: 40164, facts }));
  expect(blocked.causes[0]?.remedy).toContain('203.0.113.7');
  const wrong = describeFinding(t, finding({ check: 'credentials', cause: 'credentials', errcode: 40013 }));
  expect(wrong.causes[0]?.title).not.toBe(
    describeFinding(t, finding({ cause: 'credentials' })).causes[0]?.title,
  );
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
