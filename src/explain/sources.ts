import type { ById } from '../model/by-id.ts';
import type { Assumption, Figure, FigureInput } from '../model/figure.ts';
import { compareIds } from '../model/order.ts';
import { isSourceRef, type SourceRef } from '../model/source.ts';
import type { Place } from './explanation.ts';

/** Lines of a file, and the sections that show figures resting on them. */
export interface SourceLines {
  /** First and last line of each run, rising. */
  readonly runs: readonly (readonly [first: number, last: number])[];
  /** Numbers, rising. */
  readonly sections: readonly number[];
}

export interface SourceFile {
  readonly file: string;
  readonly lines: readonly SourceLines[];
}

/** What the sections of a document show: their figures, and what rows of their tables were made from, by section number. */
export type ShownInputs = ReadonlyMap<number, readonly FigureInput[]>;

/** Lines between two that are read, as the key above a list, belong to the same range. */
const gap = 3;

/** The files that the figures of a document rest on, down to the lines, and what each feeds. */
export const sourceFiles = (
  shown: ShownInputs,
  figures: ById<Figure>,
  locate: (ref: SourceRef) => Place,
): readonly SourceFile[] => {
  const files = new Map<string, Map<number, Set<number>>>();
  for (const [section, inputs] of shown)
    for (const ref of reached(inputs, figures).refs) {
      const { span } = locate(ref);
      if (span === undefined) continue;
      const lines = files.get(span.file) ?? new Map<number, Set<number>>();
      files.set(span.file, lines);
      const sections = lines.get(span.line) ?? new Set<number>();
      lines.set(span.line, sections.add(section));
    }
  return [...files]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([file, lines]) => ({ file, lines: groupsOf(lines) }));
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
const reached = (
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

/** Lines that feed the same sections are named together, in the order of the first of them. */
const groupsOf = (lines: ReadonlyMap<number, ReadonlySet<number>>): SourceLines[] => {
  const groups = new Map<string, { runs: [number, number][]; sections: readonly number[] }>();
  for (const [line, set] of [...lines].sort(([a], [b]) => a - b)) {
    const sections = [...set].sort((a, b) => a - b);
    const group = groups.get(sections.join()) ?? { runs: [], sections };
    groups.set(sections.join(), group);
    const last = group.runs.at(-1);
    if (last !== undefined && line - last[1] <= gap) last[1] = line;
    else group.runs.push([line, line]);
  }
  return [...groups.values()];
};
