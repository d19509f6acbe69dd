/** The product's mark: the corners of a code with a tick in them. */
import './mark.css';

export function Mark() {
  return (
    <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" focusable="false">
      <rect width="28" height="28" rx="8" fill="var(--fd-brand)" />
      <path
        d="M7 11V8.5A1.5 1.5 0 0 1 8.5 7H11M17 7h2.500A1.5 1.5 0 0 1 21 8.500V11M21 17v2.500a1.5 1.5 0 0 1-1.5 1.500H17M11 21H8.500A1.5 1.5 0 0 1 7 19.500V17"
        className="mark-line"
      />
      <path d="m10.2 14.3 2.7 2.7 5-5.6" className="mark-line" />
    </svg>
  );
}
