/**
 * One shape per verdict, so that it is read without colour: a disc with a tick, a square with a cross, a
 * dashed ring with a question mark.
 */
import type { Verdict } from '#shared/model/verdict.ts';
import './verdict-icon.css';

const SHAPES = {
  followed: (
    <>
      <circle cx="12" cy="12" r="11" fill="currentColor" />
      <path d="m6.8 12.4 3.6 3.6 6.8-7.4" className="verdict-icon-mark" />
    </>
  ),
  not_followed: (
    <>
      <rect x="1.5" y="1.5" width="21" height="21" rx="4" fill="currentColor" />
      <path d="m8 8 8 8m0-8-8 8" className="verdict-icon-mark" />
    </>
  ),
  unknown: (
    <>
      <circle
        cx="12"
        cy="12"
        r="10.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeDasharray="3.2 2.24"
      />
      <path d="M9.2 9.4a2.9 2.9 0 1 1 4.2 2.6c-.9.5-1.4 1-1.4 2" className="verdict-icon-line" />
      <circle cx="12" cy="17" r="1.3" fill="currentColor" />
    </>
  ),
} satisfies Record<Verdict, unknown>;

export function VerdictIcon({ verdict, size }: { verdict: Verdict; size: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      {SHAPES[verdict]}
    </svg>
  );
}
