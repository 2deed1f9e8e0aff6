import { distance } from 'fastest-levenshtein';
import { compareIds } from '../model/order.ts';

/**
 * The candidate that was most likely meant, or undefined where none is near: at most a third of the letters differ.
 * Of two equally near ones the first by code point, so that the answer never depends on the order of the candidates.
 */
export const suggest = (written: string, candidates: Iterable<string>): string | undefined => {
  let best: { readonly candidate: string; readonly cost: number } | undefined;
  for (const candidate of candidates) {
    const cost = costOf(written, candidate);
    if (cost > Math.max(1, Math.floor(Math.max(written.length, candidate.length) / 3))) continue;
    if (
      best === undefined ||
      cost < best.cost ||
      (cost === best.cost && compareIds(candidate, best.candidate) < 0)
    )
      best = { candidate, cost };
  }
  return best?.candidate;
};

// Letter case, accents and the way words are joined are the commonest slips and cost nothing or little.
const costOf = (written: string, candidate: string): number => {
  const [a, b] = [fold(written), fold(candidate)];
  return a === b ? 0 : distance(a, b);
};

const fold = (text: string): string =>
  text
    .slice(0, 200)
    .normalize('NFD')
    .replace(/[\u0300-\u036f_\s-]/g, '')
    .toLowerCase();
