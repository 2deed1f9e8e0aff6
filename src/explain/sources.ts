import type { ById } from '../model/by-id.ts';
import type { Assumption, Figure, FigureId, FigureInput } from '../model/figure.ts';
import { compareIds } from '../model/order.ts';
import { isSourceRef, type SourceRef } from '../model/source.ts';
import type { Basis } from './basis.ts';
import { settingBehind } from './settings.ts';

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

/** As many as a number has bits that are told apart without its sign. */
const sectionsAtOnce = 31;

/** The files that the figures of a document rest on, down to the lines, and the sections that each feeds. */
export const sourceFiles = (shown: ShownInputs, basis: Basis): readonly SourceFile[] => {
  const files = new Map<string, { lines: Set<number>; sections: Set<number> }>();
  const all = [...shown];
  for (let from = 0; from < all.length; from += sectionsAtOnce) {
    const sections = all.slice(from, from + sectionsAtOnce);
    const inputs = sections.flatMap(([, inputs], bit) => inputs.map(input => [input, 1 << bit] as const));
    for (const [number, bits] of basis.lines(inputs)) {
      const { file, line } = basis.lineOf(number);
      const known = files.get(file) ?? { lines: new Set(), sections: new Set() };
      files.set(file, known);
      known.lines.add(line);
      for (let left = bits; left !== 0; left &= left - 1)
        known.sections.add(sections[31 - Math.clz32(left & -left)]?.[0] ?? 0);
    }
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

/** Every cut-off and default that entered the figures shown, once for each value, by name; not what the data gave. */
export const assumptionsOf = (
  shown: ShownInputs,
  basis: Basis,
): readonly { readonly assumption: Assumption; readonly methods: readonly string[] }[] => {
  const found = new Map<string, { assumption: Assumption; methods: Set<string> }>();
  for (const { assumption, method } of basis.settings([...shown.values()].flat())) {
    const key = `${assumption.name} ${assumption.value}`;
    const known = found.get(key) ?? { assumption, methods: new Set<string>() };
    if (placeOf(assumption) < placeOf(known.assumption)) known.assumption = assumption;
    known.methods.add(method);
    found.set(key, known);
  }
  return [...found]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([, { assumption, methods }]) => ({ assumption, methods: [...methods].sort(compareIds) }));
};

/** Of two settings of one name and value the first one is named, in whatever order they are met. */
const placeOf = (assumption: Assumption): string => {
  const { file = '', path = [] } = settingBehind(assumption) ?? {};
  return [file, ...path].join('\0');
};

/** Everything below some inputs: figures, and places in files. */
export const reached = (
  inputs: readonly FigureInput[],
  inputsOf: (id: FigureId) => Known | undefined,
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
    const known = inputsOf(input);
    if (known === undefined) continue;
    found.push(known.figure);
    for (const below of known.inputs) waiting.push(below);
  }
  return { figures: found, refs };
};

interface Known {
  readonly figure: Figure;
  readonly inputs: readonly FigureInput[];
}

/** Most figures list their inputs anew each time that somebody reads them. */
export const inputsOnce = (figures: ById<Figure>): ((id: FigureId) => Known | undefined) => {
  const known = new Map<FigureId, Known>();
  return id => {
    const ready = known.get(id);
    if (ready !== undefined) return ready;
    const figure = figures.get(id);
    if (figure === undefined) return undefined;
    const made = { figure, inputs: figure.inputs };
    known.set(id, made);
    return made;
  };
};
