/** Finds offers by what was typed: every word must be in there somewhere, and the better place comes first. */
import type { Offer } from './offers.ts';

/** The offers that match, best first; all of them, in their own order, for an empty query. */
export function filterOffers(
  offers: readonly Offer[],
  query: string,
  sectionName: (section: Offer['section']) => string,
): Offer[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...offers];
  return offers
    .map((offer) => {
      const label = plain(offer.label);
      const rest = plain(`${sectionName(offer.section)} ${offer.aside ?? ''} ${offer.words}`);
      const places = words.map((word) => placeOf(word, label, rest));
      const found = places.every((place) => place !== null);
      return { offer, score: found ? places.reduce((sum: number, place) => sum + (place ?? 0), 0) : null };
    })
    .filter((match): match is { offer: Offer; score: number } => match.score !== null)
    .sort((left, right) => right.score - left.score)
    .map(({ offer }) => offer);
}

/** How good a place a word is found in, or null: the label's beginning, a word's beginning, inside, or beside it. */
function placeOf(word: string, label: string, rest: string): number | null {
  const at = label.indexOf(word);
  if (at === 0) return 4;
  if (at > 0) return /[\s"“(]/.test(label[at - 1] ?? '') ? 3 : 2;
  return rest.includes(word) ? 1 : null;
}

/** Capitals and full-width letters are no difference. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
