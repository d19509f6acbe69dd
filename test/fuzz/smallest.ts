/** Makes a failure small enough to read: leaves out what it does not need, in ever smaller pieces. */

/**
 * The shortest list found that still fails. `fails` is asked at most `tries` times and once more for each halving.
 * @param items what fails as a whole
 */
export async function smallest<Item>(
  items: readonly Item[],
  fails: (part: readonly Item[]) => Promise<boolean>,
  tries: number,
): Promise<readonly Item[]> {
  let kept = items;
  let left = tries;
  for (
    let size = Math.ceil(kept.length / 2);
    size >= 1 && left > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < kept.length && kept.length > 1 && left > 0; left--) {
      const without = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (without.length > 0 && (await fails(without))) kept = without;
      else at += size;
    }
  }
  return kept;
}
