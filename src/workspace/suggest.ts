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

// The commonest slips cost nothing or little: letter case, accents, the way words are joined, letters that swapped places.
const sorted = (text: string): string => [...text].sort().join('');

const costOf = (written: string, candidate: string): number => {
  const [a, b] = [fold(written), fold(candidate)];
  if (a === b) return 0;
  if (sorted(a) === sorted(b)) return 1;
  const edits = distance(a, b);
  // Who stopped in the middle of a name meant the shortest one that goes on so: portfolio.revenu, portfolio.revenue.total.
  return a.length >= leastBegun && b.startsWith(a) ? Math.min(edits, 2 + b.length / 1000) : edits;
};

/** Letters that tell a name that was begun from a word. */
const leastBegun = 6;

const fold = (text: string): string =>
  text
    .slice(0, 200)
    .normalize('NFD')
    .replace(/[\u0300-\u036f_\s-]/g, '')
    .toLowerCase();
