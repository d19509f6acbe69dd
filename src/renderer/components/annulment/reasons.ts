/** Why a scan is annulled, where it takes one click to say so; anything else is written in own words. */
export const ANNUL_REASONS = ['mistake', 'duplicate', 'staff'] as const;
export type AnnulReason = (typeof ANNUL_REASONS)[number];
