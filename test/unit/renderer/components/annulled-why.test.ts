import { expect, test } from 'vitest';
import { annulledWhy } from '#renderer/components/annulment/annulled-why.ts';
import type { Text } from '#renderer/text/text.ts';
import { SAME_VISIT } from '#shared/model/scan.ts';

const at = '2026-11-23T10:00:00.000Z';
const t = ((key: string) => `<${key}>`) as Text;

test('own words stay as they are; what the host wrote is said in the language of the console', () => {
  expect(annulledWhy(t, { at, reason: '借来的手机' })).toBe('借来的手机');
  expect(annulledWhy(t, { at, reason: SAME_VISIT })).toBe('<records:annul.sameVisit>');
});
