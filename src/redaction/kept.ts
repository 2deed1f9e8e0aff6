import type { Analysis } from '../analysis/analyze.ts';
import { inputsOnce, reached } from '../explain/sources.ts';
import type { Figure, FigureId } from '../model/figure.ts';
import type { SourceRef } from '../model/source.ts';

/** A figure as it may be shown in spite of what it rests on; undefined where it may not. */
export type Kept = (id: FigureId, whole: Figure) => Figure | undefined;

/** Why a figure that the profile would keep is not shown. */
export interface Refused {
  readonly id: FigureId;
  readonly reason: string;
}

export interface KeepRequest {
  /** Ids of figures of the portfolio. */
  readonly ids: readonly FigureId[];
  /** The account of a place whose value is hidden; undefined for all other places. */
  readonly accountOf: (ref: SourceRef) => string | undefined;
  /** The number at a place; undefined where there is none. */
  readonly amountAt: (ref: SourceRef) => number | undefined;
  /** Fewest accounts that have to stand behind a figure, and between two figures. */
  readonly minimum: number;
}

/** Of one account more than this part of what is summed, and the sum would tell its value nearly. */
const dominance = 0.5;

/**
 * Decides which figures are shown although hidden values went into them: at least so many accounts stand behind each, none of
 * them with more than half of it (the threshold and dominance rules of statistical offices: Hundepool et al. 2012), and no two
 * figures whose difference would be about fewer. A kept figure has no inputs: they are what is hidden.
 */
export const keptFigures = (
  full: Analysis,
  request: KeepRequest,
): { readonly kept: Kept; readonly refused: readonly Refused[] } => {
  const refused: Refused[] = [];
  const shown = new Map<FigureId, ReadonlySet<string>>();
  for (const id of request.ids) {
    const whole = full.figures.get(id);
    const behind = whole && accountsBehind(whole, full, request);
    const reason =
      behind === undefined
        ? 'there is no such figure'
        : (reasonAgainst(behind, request) ?? differing(behind, shown, request.minimum));
    if (reason === undefined && behind !== undefined) shown.set(id, new Set(behind.keys()));
    else refused.push({ id, reason: reason ?? '' });
  }
  return {
    refused,
    kept: (id, { formula: _, assumptions: __, ...whole }) =>
      shown.has(id) ? { ...whole, inputs: [], kept: true } : undefined,
  };
};

/** The accounts whose hidden values went into a figure, each with the size of what it gave. */
const accountsBehind = (
  figure: Figure,
  full: Analysis,
  { accountOf, amountAt }: KeepRequest,
): ReadonlyMap<string, number> => {
  const sizes = new Map<string, number>();
  for (const ref of reached([figure.id], inputsOnce(full.figures)).refs) {
    const account = accountOf(ref);
    if (account !== undefined) sizes.set(account, (sizes.get(account) ?? 0) + Math.abs(amountAt(ref) ?? 0));
  }
  return sizes;
};

const reasonAgainst = (behind: ReadonlyMap<string, number>, { minimum }: KeepRequest): string | undefined => {
  if (behind.size < minimum) return `fewer than ${minimum} accounts stand behind it`;
  const sizes = [...behind.values()];
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return Math.max(...sizes) > dominance * all ? 'one account makes up more than half of it' : undefined;
};

const differing = (
  behind: ReadonlyMap<string, number>,
  shown: ReadonlyMap<FigureId, ReadonlySet<string>>,
  minimum: number,
): string | undefined => {
  for (const [id, others] of shown) {
    const apart =
      [...behind.keys()].filter(account => !others.has(account)).length +
      [...others].filter(account => !behind.has(account)).length;
    if (apart > 0 && apart < minimum)
      return `with ${id} beside it, the values of ${apart} accounts could be worked out`;
  }
  return undefined;
};
