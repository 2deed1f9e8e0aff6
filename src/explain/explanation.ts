import type { ById } from '../model/by-id.ts';
import type { Figure, FigureId, FigureInput } from '../model/figure.ts';
import { isSourceRef, type SourceRef, type Span } from '../model/source.ts';

/** Why a figure has the value it has: a tree of figures down to places in files. */
export type Explanation = FigureExplanation | SourceExplanation | RepeatedFigure | UnknownFigure;

export interface FigureExplanation {
  readonly kind: 'figure';
  readonly figure: Figure;
  readonly inputs: readonly Explanation[];
}

/** A recorded value. */
export interface SourceExplanation extends Place {
  readonly kind: 'source';
  readonly ref: SourceRef;
}

/** Where a reference points to. Both are absent where the file says nothing at that path, as when a default stands in. */
export interface Place {
  readonly span?: Span;
  /** The value as its author wrote it; absent for lists and maps. */
  readonly written?: string;
  /** True where the audience may not see what stands there. */
  readonly hidden?: true;
}

/** A figure whose own inputs stand elsewhere in the tree, or that rests on itself. */
export interface RepeatedFigure {
  readonly kind: 'repeated';
  readonly figure: Figure;
  /** True where the figure is its own ancestor: a flaw of the method that made it. */
  readonly cycle: boolean;
}

/** An input that no method computed in this run. */
export interface UnknownFigure {
  readonly kind: 'unknown';
  readonly id: FigureId;
}

/**
 * Explains a figure. Every figure is unfolded once, where it is met first, so the tree stays as large as the analysis.
 * @param locate finds a source reference in its file
 */
export const explain = (
  figure: Figure,
  figures: ById<Figure>,
  locate: (ref: SourceRef) => Place,
): FigureExplanation => {
  const unfolded = new Set<FigureId>();
  const ofFigure = (one: Figure, ancestors: readonly FigureId[]): FigureExplanation => {
    unfolded.add(one.id);
    const path = [...ancestors, one.id];
    return { kind: 'figure', figure: one, inputs: one.inputs.map(input => ofInput(input, path)) };
  };
  const ofInput = (input: FigureInput, ancestors: readonly FigureId[]): Explanation => {
    if (isSourceRef(input)) return { kind: 'source', ref: input, ...locate(input) };
    const found = figures.get(input);
    if (found === undefined) return { kind: 'unknown', id: input };
    if (unfolded.has(input)) return { kind: 'repeated', figure: found, cycle: ancestors.includes(input) };
    return ofFigure(found, ancestors);
  };
  return ofFigure(figure, []);
};
