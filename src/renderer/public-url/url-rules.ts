/** The public-URL rules in words. A rule this console does not know shows by its name. */
import { PUBLIC_URL_RULES, type PublicUrlRule } from '#shared/model/public-url.ts';
import type { Text } from '../text/text.ts';

export function isUrlRule(name: string): name is PublicUrlRule {
  return (PUBLIC_URL_RULES as readonly string[]).includes(name);
}

export function describeUrlRule(t: Text, rule: string): { title: string; remedy: string | null } {
  if (!isUrlRule(rule)) return { title: rule, remedy: null };
  return { title: t(`findings:urlRules.${rule}.title`), remedy: t(`findings:urlRules.${rule}.remedy`) };
}
