/** Why a scan is annulled, as it is shown: an operator's own words, or what the host wrote, in the console's language. */
import { SAME_VISIT, type Scan } from '#shared/model/scan.ts';
import type { Text } from '../../text/text.ts';

export function annulledWhy(t: Text, { reason }: NonNullable<Scan['annulled']>): string {
  return reason === SAME_VISIT ? t('records:annul.sameVisit') : reason;
}
