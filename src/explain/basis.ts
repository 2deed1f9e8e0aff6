import { accountIn } from '../analysis/generic-id.ts';
import { type Kept, type Reading, unwatched } from '../analysis/reading/reading.ts';
import { recently } from '../analysis/recent.ts';
import type { ById } from '../model/by-id.ts';
import type { Assumption, Figure, FigureId, FigureInput, MethodId } from '../model/figure.ts';
import { isSourceRef, type SourceRef } from '../model/source.ts';
import type { Place } from './explanation.ts';
import { settingBehind } from './settings.ts';

/** What figures rest on, down to lines of files, for all documents of an analysis. */
export interface Basis {
  /**
   * Visits every line below some inputs, with the marks of the inputs that it is below of: an input has one bit or more, and
   * what several of them rest on is walked through once.
   */
  lines(inputs: Iterable<readonly [FigureInput, marks: number]>): ReadonlyMap<LineNumber, number>;
  /** The settings that entered the figures below some inputs; those that follow from the data are none. Each is the same object whenever it is met. */
  settings(inputs: Iterable<FigureInput>): ReadonlySet<Setting>;
  /** File and line of a number that `lines` gave. */
  lineOf(number: LineNumber): FileLine;
}

/** A line of a file, numbered as it is met first. */
export type LineNumber = number;

export interface FileLine {
  readonly file: string;
  readonly line: number;
}

export interface Setting {
  readonly assumption: Assumption;
  readonly method: MethodId;
}

/** What a figure rests on directly, or all that it rests on, where nothing is left in `figures`. */
interface Below {
  readonly figures: readonly FigureId[];
  readonly lines: readonly LineNumber[];
  readonly settings: readonly Setting[];
}

/** Those of some hundreds of accounts. */
const figuresKept = 20_000;

const nothing: Below = { figures: [], lines: [], settings: [] };

/**
 * Below a figure of the portfolio lie those of all accounts, and every document shows some of them: what is below each of these is
 * found once. What is below a figure of an account is a few figures more, and found each time.
 */
export const createBasis = (
  figures: ById<Figure>,
  locate: (ref: SourceRef) => Place,
  { keep }: Pick<Reading, 'keep'> = unwatched,
): Basis => {
  const { numberAt, lineOf } = numberedLines(locate);
  const settingOf = eachOnce();
  const remember = recently<Kept<Below>>(figuresKept);
  const direct = (id: FigureId): Below =>
    remember(id, () => keep(() => directly(figures.get(id), { numberAt, settingOf })))();
  const whole = new Map<FigureId, Kept<Below>>();
  const ofPortfolio = (id: FigureId): Below => {
    const known = whole.get(id);
    if (known !== undefined) return known();
    // Should figures ever rest on each other, one walks through what is being found.
    whole.set(id, () => direct(id));
    // Most rest on few others of the portfolio, such as its revenue: what is below those is found once, too.
    const made = keep(() => allBelow(id, below));
    whole.set(id, made);
    return made();
  };
  const below = (id: FigureId): Below => (accountIn(id) === undefined ? ofPortfolio(id) : direct(id));
  return {
    lineOf,
    lines: inputs => {
      const lines = new Map<LineNumber, number>();
      const add = (line: LineNumber, marks: number): void => {
        lines.set(line, (lines.get(line) ?? 0) | marks);
      };
      const roots: (readonly [FigureId, number])[] = [];
      for (const [input, marks] of inputs) {
        if (!isSourceRef(input)) roots.push([input, marks]);
        else {
          const number = numberAt(input);
          if (number !== undefined) add(number, marks);
        }
      }
      for (const [id, marks] of marked(roots, below)) for (const line of below(id).lines) add(line, marks);
      return lines;
    },
    settings: inputs => {
      const roots = [...inputs].flatMap(input => (isSourceRef(input) ? [] : [[input, 1] as const]));
      const found = new Set<Setting>();
      for (const [id] of marked(roots, below)) for (const setting of below(id).settings) found.add(setting);
      return found;
    },
  };
};

/** Every figure at or below the roots, with the marks of all roots that it is below of. */
const marked = (
  roots: Iterable<readonly [FigureId, number]>,
  below: (id: FigureId) => Below,
): ReadonlyMap<FigureId, number> => {
  const found = new Map<FigureId, number>();
  const waiting: FigureId[] = [];
  const add = (id: FigureId, marks: number): void => {
    const known = found.get(id) ?? 0;
    if ((known | marks) === known) return;
    found.set(id, known | marks);
    waiting.push(id);
  };
  for (const [id, marks] of roots) add(id, marks);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const marks = found.get(id) ?? 0;
    for (const child of below(id).figures) add(child, marks);
  }
  return found;
};

const directly = (
  figure: Figure | undefined,
  { numberAt, settingOf }: Pick<Lines, 'numberAt'> & { readonly settingOf: ReturnType<typeof eachOnce> },
): Below => {
  if (figure === undefined) return nothing;
  const { inputs, method, assumptions = [] } = figure;
  return {
    figures: inputs.flatMap(input => (isSourceRef(input) ? [] : [input])),
    lines: [...new Set(inputs.flatMap(input => (isSourceRef(input) ? (numberAt(input) ?? []) : [])))],
    settings: assumptions
      .filter(assumption => settingBehind(assumption) !== undefined)
      .map(assumption => settingOf({ assumption, method })),
  };
};

const allBelow = (root: FigureId, below: (id: FigureId) => Below): Below => {
  const lines = new Set<LineNumber>();
  const settings = new Set<Setting>();
  for (const [id] of marked([[root, 1]], below)) {
    const known = below(id);
    for (const line of known.lines) lines.add(line);
    for (const setting of known.settings) settings.add(setting);
  }
  return { figures: [], lines: [...lines], settings: [...settings] };
};

/** A setting enters thousands of figures, which all say so anew. */
const eachOnce = (): ((setting: Setting) => Setting) => {
  const known = new Map<string, Setting>();
  return setting => {
    const { assumption, method } = setting;
    const key = JSON.stringify([method, assumption.name, assumption.value, settingBehind(assumption)]);
    const first = known.get(key) ?? setting;
    known.set(key, first);
    return first;
  };
};

interface Lines {
  /** Undefined where the files say nothing there. */
  readonly numberAt: (ref: SourceRef) => LineNumber | undefined;
  readonly lineOf: (number: LineNumber) => FileLine;
}

const numberedLines = (locate: (ref: SourceRef) => Place): Lines => {
  const numbers = new Map<string, Map<number, LineNumber>>();
  const lines: FileLine[] = [];
  return {
    numberAt: ref => {
      const { span } = locate(ref);
      if (span === undefined) return undefined;
      const { file, line } = span;
      const inFile = numbers.get(file) ?? new Map<number, LineNumber>();
      numbers.set(file, inFile);
      const number = inFile.get(line) ?? lines.push({ file, line }) - 1;
      inFile.set(line, number);
      return number;
    },
    lineOf: number => lines[number] as FileLine,
  };
};
