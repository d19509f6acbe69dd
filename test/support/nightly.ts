/**
 * Whether this run may take an hour: `npm run nightly` sets FOLLOWDESK_NIGHTLY. A run of every day keeps each promise
 * with fewer rounds, and shows a screen that is the same on both hosts on one of them.
 */
export const isNightly = process.env.FOLLOWDESK_NIGHTLY === '1';
