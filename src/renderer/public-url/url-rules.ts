/** The public-URL rules this console has words for. A rule added later shows by its name until it has some. */
import type { Text } from '../text/text.ts';

export const URL_RULES = [
  'not_a_url',
  'not_https',
  'has_port',
  'upper_case',
  'underscore',
  'is_ip',
  'loopback',
  'has_path',
] as const;
export type UrlRule = (typeof URL_RULES)[number];

export function isUrlRule(name: string): name is UrlRule {
  return (URL_RULES as readonly string[]).includes(name);
}

export function describeUrlRule(t: Text, rule: string): { title: string; remedy: string | null } {
  if (!isUrlRule(rule)) return { title: rule, remedy: null };
  return {
    title: t(`accounts:publicUrlRules.${rule}.title`),
    remedy: t(`accounts:publicUrlRules.${rule}.remedy`),
  };
}
