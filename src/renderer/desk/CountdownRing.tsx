/** How much of a code's life is left, as a ring that empties. */
const RADIUS = 9;
const LENGTH = 2 * Math.PI * RADIUS;

export function CountdownRing({ share }: { share: number }) {
  return (
    <svg className="countdown" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <circle className="countdown-track" cx="12" cy="12" r={RADIUS} />
      <circle
        className="countdown-left"
        cx="12"
        cy="12"
        r={RADIUS}
        strokeDasharray={LENGTH}
        strokeDashoffset={LENGTH * (1 - share)}
      />
    </svg>
  );
}
