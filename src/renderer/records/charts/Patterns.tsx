/** One filling per verdict, told apart without colour too: full, striped, dotted. Drawn once, used by every chart. */
import type { Verdict } from '#shared/model/verdict.ts';

const FILLINGS = {
  followed: null,
  not_followed: <path d="M-2 2l4-4M0 8l8-8M6 10l4-4" className="filling-mark" />,
  unknown: <circle cx="4" cy="4" r="1.3" className="filling-dot" />,
} satisfies Record<Verdict, unknown>;

/** The filling's name for an SVG's `fill`. */
export function fillingOf(verdict: Verdict): string {
  return `url(#filling-${verdict})`;
}

export function Patterns() {
  return (
    <svg className="visually-hidden" aria-hidden="true" focusable="false">
      <defs>
        {Object.entries(FILLINGS).map(([verdict, mark]) => (
          <pattern
            key={verdict}
            id={`filling-${verdict}`}
            data-verdict={verdict}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect width="8" height="8" className={mark ? 'filling-ground' : 'filling-dot'} />
            {mark}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

export function Swatch({ verdict }: { verdict: Verdict }) {
  return (
    <svg width="18" height="14" aria-hidden="true" focusable="false" data-verdict={verdict}>
      <rect x="1" y="1" width="16" height="12" rx="2" fill={fillingOf(verdict)} className="filling-edge" />
    </svg>
  );
}
