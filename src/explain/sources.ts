import type { ById } from '../model/by-id.ts';
import type { Assumption, Figure, FigureInput } from '../model/figure.ts';
import { compareIds } from '../model/order.ts';
import { isSourceRef, type SourceRef } from '../model/source.ts';
import type { Place } from './explanation.ts';

/** A file, the lines of it that figures rest on, and the sections that show those. */
export interface SourceFile {
  readonly file: string;
  /** First and last line of each run, rising. */
  readonly runs: readonly (readonly [first: number, last: number])[];
  /** Numbers, rising. */
  readonly sections: readonly number[];
}

/** What the sections of a document show: their figures, and what rows of their tables were made from, by section number. */
export type ShownInputs = ReadonlyMap<number, readonly FigureInput[]>;

/** Lines between two that are read, as the key above a list, belong to the same range. */
const gap = 3;

/** The files that the figures of a document rest on, down to the lines, and the sections that each feeds. */
export const sourceFiles = (
  shown: ShownInputs,
  figures: ById<Figure>,
  locate: (ref: SourceRef) => Place,
): readonly SourceFile[] => {
  const files = new Map<string, { lines: Set<number>; sections: Set<number> }>();
  for (const [section, inputs] of shown)
    for (const ref of reached(inputs, figures).refs) {
      const { span } = locate(ref);
      if (span === undefined) continue;
      const known = files.get(span.file) ?? { lines: new Set(), sections: new Set() };
      files.set(span.file, known);
      known.lines.add(span.line);
      known.sections.add(section);
    }
  return [...files]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([file, { lines, sections }]) => ({
      file,
      runs: runsOf(rising(lines), gap),
      sections: rising(sections),
    }));
};

const rising = (numbers: ReadonlySet<number>): readonly number[] => [...numbers].sort((a, b) => a - b);

/** Numbers, rising, as runs: what lies no more than `step` beyond the last belongs to its run. */
export const runsOf = (numbers: readonly number[], step: number): SourceFile['runs'] => {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && number - last[1] <= step) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
};

/** Every cut-off and default that entered the figures shown, once for each value, by name. */
export const assumptionsOf = (
  shown: ShownInputs,
  figures: ById<Figure>,
): readonly { readonly assumption: Assumption; readonly methods: readonly string[] }[] => {
  const found = new Map<string, { assumption: Assumption; methods: Set<string> }>();
  for (const { assumptions = [], method } of reached([...shown.values()].flat(), figures).figures)
    for (const assumption of assumptions) {
      const key = `${assumption.name} ${assumption.value}`;
      const known = found.get(key) ?? { assumption, methods: new Set<string>() };
      known.methods.add(method);
      found.set(key, known);
    }
  return [...found]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([, { assumption, methods }]) => ({ assumption, methods: [...methods].sort(compareIds) }));
};

/** Everything below some inputs: figures, and places in files. */
export const reached = (
  inputs: readonly FigureInput[],
  figures: ById<Figure>,
): { readonly figures: readonly Figure[]; readonly refs: readonly SourceRef[] } => {
  const seen = new Set<FigureInput>();
  const [found, refs]: [Figure[], SourceRef[]] = [[], []];
  const waiting = [...inputs];
  for (let input = waiting.pop(); input !== undefined; input = waiting.pop()) {
    if (seen.has(input)) continue;
    seen.add(input);
    if (isSourceRef(input)) {
      refs.push(input);
      continue;
    }
    const figure = figures.get(input);
    if (figure === undefined) continue;
    found.push(figure);
    waiting.push(...figure.inputs);
  }
  return { figures: found, refs };
};
