/** Every rule a public URL can break is found, and has words. */
import { expect, test } from 'vitest';
import { describeUrlRule } from '#renderer/public-url/url-rules.ts';
import { PUBLIC_URL_RULES, publicUrlWarnings } from '#shared/model/public-url.ts';
import { isWorded, LANGUAGES, textOf } from '../words.ts';

test.each([
  ['nothing', ['not_a_url']],
  ['https://', ['not_a_url']],
  ['https://door.example', []],
  ['https://door.example/', []],
  ['http://door.example', ['not_https']],
  ['https://name:word@door.example', ['has_password']],
  ['https://door.example:8443', ['has_port']],
  ['https://Door.example', ['upper_case']],
  ['https://my_door.example', ['underscore']],
  ['https://门.example', ['not_ascii']],
  ['https://192.0.2.1', ['is_ip']],
  ['https://[2001:db8::1]', ['is_ip']],
  ['https://127.0.0.1', ['is_ip', 'loopback']],
  ['https://[::1]', ['is_ip', 'loopback']],
  ['https://localhost', ['loopback']],
  ['https://door', ['local_name']],
  ['https://door.local', ['local_name']],
  ['https://door.example/way', ['has_path']],
  ['https://door.example?x=1', ['has_path']],
  [`https://door.example/${'门'.repeat(80)}`, ['has_path', 'too_long']],
  ['http://A_b.example:8080/x', ['not_https', 'has_port', 'upper_case', 'underscore', 'has_path']],
])('%s', (url, rules) => {
  expect(publicUrlWarnings(url)).toEqual(rules);
});

test('no address breaks no rule', () => {
  expect(publicUrlWarnings(null)).toEqual([]);
});

test.each(LANGUAGES)('each rule is explained in %s', (language) => {
  for (const rule of PUBLIC_URL_RULES) {
    const { title, remedy } = describeUrlRule(textOf(language), rule);
    expect(isWorded(title) && isWorded(remedy), rule).toBe(true);
  }
});

test('a rule added later shows by its name', () => {
  expect(describeUrlRule(textOf('en'), 'moon_phase')).toEqual({ title: 'moon_phase', remedy: null });
});
