/** A keyboard, which the icon set has none of. */
export function KeyboardIcon() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" aria-hidden="true">
      <rect x="1" y="4" width="16" height="10.5" rx="2" strokeWidth="1.4" />
      <path
        d="M4 7.2h.01M7.3 7.2h.01M10.7 7.2h.01M14 7.2h.01M4 11.4h.01M14 11.4h.01M7 11.4h4"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  );
}
