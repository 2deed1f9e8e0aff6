import { recently } from '../analysis/recent.ts';
import type { ById } from '../model/by-id.ts';
import type { Assumption, Figure, FigureId, FigureInput } from '../model/figure.ts';
import { compareIds } from '../model/order.ts';
import { isSourceRef, type SourceRef } from '../model/source.ts';
import type { Place } from './explanation.ts';
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

/** The files that the figures of a document rest on, down to the lines, and the sections that each feeds. */
export const sourceFiles = (
  shown: ShownInputs,
  inputsOf: InputsOf,
  locate: (ref: SourceRef) => Place,
): readonly SourceFile[] => {
  const files = new Map<string, { lines: Set<number>; sections: Set<number> }>();
  for (const { sections, refs } of feeding(shown, inputsOf))
    for (const [ref, bits] of refs) {
      const { span } = locate(ref);
      if (span === undefined) continue;
      const known = files.get(span.file) ?? { lines: new Set(), sections: new Set() };
      files.set(span.file, known);
      known.lines.add(span.line);
      for (let left = bits; left !== 0; left &= left - 1)
        known.sections.add(sections[31 - Math.clz32(left & -left)] as number);
    }
  return [...files]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([file, { lines, sections }]) => ({
      file,
      runs: runsOf(rising(lines), gap),
      sections: rising(sections),
    }));
};

/** As many as a number has bits that are told apart without its sign. */
const sectionsAtOnce = 31;

/**
 * Places below the inputs of the sections, each with the sections that it feeds, one bit for each. Most sections rest on the same
 * figures: what lies below those is walked through for all of them together.
 */
const feeding = (
  shown: ShownInputs,
  inputsOf: InputsOf,
): { readonly sections: readonly number[]; readonly refs: ReadonlyMap<SourceRef, number> }[] => {
  const all = [...shown];
  const parts = Array.from({ length: Math.ceil(all.length / sectionsAtOnce) }, (_, part) =>
    all.slice(part * sectionsAtOnce, (part + 1) * sectionsAtOnce),
  );
  return parts.map(part => ({ sections: part.map(([section]) => section), refs: bitsBelow(part, inputsOf) }));
};

const bitsBelow = (
  part: readonly (readonly [number, readonly FigureInput[]])[],
  inputsOf: InputsOf,
): ReadonlyMap<SourceRef, number> => {
  const [figures, refs] = [new Map<FigureId, number>(), new Map<SourceRef, number>()];
  const waiting: FigureId[] = [];
  const feeds = (input: FigureInput, bits: number): void => {
    if (isSourceRef(input)) {
      refs.set(input, (refs.get(input) ?? 0) | bits);
      return;
    }
    const known = figures.get(input) ?? 0;
    if ((known | bits) === known) return;
    figures.set(input, known | bits);
    waiting.push(input);
  };
  for (const [index, [, inputs]] of part.entries()) for (const input of inputs) feeds(input, 1 << index);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const bits = figures.get(id) ?? 0;
    for (const input of inputsOf(id)?.inputs ?? []) feeds(input, bits);
  }
  return refs;
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
  inputsOf: InputsOf,
): readonly { readonly assumption: Assumption; readonly methods: readonly string[] }[] => {
  const found = new Map<string, { assumption: Assumption; methods: Set<string> }>();
  const all = reached([...shown.values()].flat(), inputsOf);
  for (const { assumptions = [], method } of all.figures)
    for (const assumption of assumptions) {
      if (settingBehind(assumption) === undefined) continue;
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
  inputsOf: InputsOf,
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

/** A figure with its inputs; undefined where there is no such figure. */
export type InputsOf = (id: FigureId) => Known | undefined;

/** Those of the portfolio and of some hundreds of accounts. */
const figuresKept = 20_000;

/** Most figures list their inputs anew each time that somebody reads them, and most sections and documents rest on the same ones. */
export const inputsOnce = (figures: ById<Figure>): InputsOf => {
  const remember = recently<Known | undefined>(figuresKept);
  return id =>
    remember(id, () => {
      const figure = figures.get(id);
      return figure && { figure, inputs: figure.inputs };
    });
};
