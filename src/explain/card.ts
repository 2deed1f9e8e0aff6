import { type Kept, type Reading, unwatched } from '../analysis/reading/reading.ts';
import { recently } from '../analysis/recent.ts';
import { figureName } from '../locale/figure-names.ts';
import type { Locale } from '../locale/locale.ts';
import type { Names } from '../locale/names.ts';
import type { ById } from '../model/by-id.ts';
import type { Figure, FigureId, FigureInput, MethodId } from '../model/figure.ts';
import { isSourceRef, type SourceRef, type Span } from '../model/source.ts';
import type { Explanation, Place } from './explanation.ts';
import { formulaLines } from './formula-lines.ts';
import { notesOf, valueText } from './notes.ts';

/** What a reader sees of one figure when asking for it: everything is text. */
export interface Card {
  readonly name: string;
  readonly value: string;
  /** Title of its method and the quarter. */
  readonly method: string;
  /** The formula in words and in numbers; that of the method in words where no expression says it. */
  readonly formula: readonly string[];
  /** Cut-offs, coverage, interval, size of the sample. */
  readonly notes: readonly string[];
  /** Figures by id, and places in files. */
  readonly inputs: readonly (FigureId | PlaceCard)[];
  /** How many inputs are not listed; empty where all are. */
  readonly more: string;
}

/** A place in a file, and what is written there: `history.2026-Q3.revenue = 4180350`. */
export interface PlaceCard {
  readonly file: string;
  /** From 1; 0 where the file says nothing there. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

export interface CardSources {
  readonly figures: ById<Figure>;
  readonly locale: Locale;
  readonly names: Names;
  readonly locate: (ref: SourceRef) => Place;
  readonly reading?: Pick<Reading, 'keep'>;
}

/** A sum over ten thousand accounts names the first ones. */
const inputsListed = 40;

/** A row of a series to explain, or a fact. */
export interface RowToExplain {
  readonly id: string;
  /** What its head says. */
  readonly name: string;
  /** Method that made the series; absent where it says what was recorded. */
  readonly method?: MethodId;
  readonly inputs: readonly FigureInput[];
}

/** Explains what a document shows. */
export type Cards = (ids: readonly FigureId[], rows: readonly RowToExplain[]) => ReadonlyMap<FigureId, Card>;

/** What cards are made with: every place that they name is one object, whichever of them name it. */
interface Maker extends CardSources {
  readonly placeOf: (span: Span, text: string) => PlaceCard;
}

/**
 * The cards of some figures and rows and of everything below them, down to the files, each once. What several documents explain is
 * said once for all.
 */
export const createCards = (given: CardSources): Cards => {
  const sources: Maker = { ...given, placeOf: eachPlaceOnce() };
  const { keep } = given.reading ?? unwatched;
  const remember = recently<Kept<Known | undefined>>(cardsKept);
  const known = (card: Card): Known => ({ card, figures: figuresIn(card) });
  const ofFigure = (id: FigureId): Known | undefined =>
    remember(id, () =>
      keep(() => {
        const figure = sources.figures.get(id);
        return figure === undefined ? undefined : known(cardOf(figure, sources));
      }),
    )();
  const ofRow = (row: RowToExplain): Known | undefined =>
    remember(`${row.id} ${row.name}`, () => keep(() => known(rowCard(row, sources))))();
  return (ids, rows) => {
    const cards = new Map<FigureId, Card>();
    const waiting = [...ids];
    const add = (id: FigureId, found: Known | undefined): void => {
      if (found === undefined) return;
      cards.set(id, found.card);
      for (const figure of found.figures) waiting.push(figure);
    };
    for (const row of rows) add(row.id, ofRow(row));
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
      if (!cards.has(id)) add(id, ofFigure(id));
    return cards;
  };
};

/** A card, and the figures that it names. */
interface Known {
  readonly card: Card;
  readonly figures: readonly FigureId[];
}

/** Those of the portfolio and of a few documents: a card takes a kilobyte. */
const cardsKept = 20_000;

const figuresIn = ({ inputs }: Card): FigureId[] => inputs.filter(input => typeof input === 'string');

const eachPlaceOnce = (): Maker['placeOf'] => {
  const known = new WeakMap<Span, PlaceCard>();
  return (span, text) => {
    const found = known.get(span);
    if (found?.text === text) return found;
    const { file, line, column } = span;
    const made = { file, line, column, text };
    known.set(span, made);
    return made;
  };
};

const cardOf = (figure: Figure, sources: Maker): Card => {
  const { locale, locate } = sources;
  const { method, period } = figure;
  const inputs = explanationsOf(figure.inputs, sources);
  const formula = formulaLines(figure, inputs, locale);
  return {
    name: nameOf(figure.id, sources),
    value: valueText(figure, locale),
    method: `${locale.t(`methods.${method}.title`)}, ${locale.period(period)}`,
    formula: formula.length > 0 ? formula : [locale.t(`methods.${method}.formula`)],
    notes: notesOf(figure, locale, ref => locate(ref).span),
    ...listedInputs(inputs, sources),
  };
};

/** What a row says was recorded or follows by its method; it has no value of its own. */
const rowCard = ({ name, method, inputs }: RowToExplain, sources: Maker): Card => {
  const { locale } = sources;
  return {
    name,
    value: '',
    method: method === undefined ? '' : locale.t(`methods.${method}.title`),
    formula: method === undefined ? [] : [locale.t(`methods.${method}.formula`)],
    notes: [],
    ...listedInputs(explanationsOf(inputs, sources), sources),
  };
};

const explanationsOf = (
  inputs: readonly FigureInput[],
  { figures, locate }: CardSources,
): readonly Explanation[] =>
  inputs.flatMap((input): Explanation[] => {
    if (isSourceRef(input)) return [{ kind: 'source', ref: input, ...locate(input) }];
    const found = figures.get(input);
    return found === undefined ? [] : [{ kind: 'repeated', figure: found, cycle: false }];
  });

const listedInputs = (inputs: readonly Explanation[], sources: Maker): Pick<Card, 'inputs' | 'more'> => {
  const listed = inputs.slice(0, inputsListed);
  return {
    inputs: listed.flatMap(input => inputCard(input, sources)),
    more:
      inputs.length > listed.length
        ? sources.locale.t('page.card.more', { count: inputs.length - listed.length })
        : '',
  };
};

/** What the figure is called and whom it is about. */
const nameOf = (id: FigureId, { locale, names }: CardSources): string => {
  const name = figureName(id, locale) ?? id;
  const [, kind, subject] = /^(account|kam)\.([^.]+)\./.exec(id) ?? [];
  if (kind === undefined || subject === undefined) return name;
  return `${kind === 'kam' ? names.person(subject) : names.shortAccount(subject)}: ${name}`;
};

const inputCard = (input: Explanation, sources: Maker): (FigureId | PlaceCard)[] => {
  if (input.kind === 'source') return [placeCard(input, sources)];
  return input.kind === 'unknown' ? [] : [input.figure.id];
};

const placeCard = (
  { ref, span, written, hidden }: Extract<Explanation, { kind: 'source' }>,
  { locale, placeOf }: Maker,
): PlaceCard => {
  const key = ref.path.join('.');
  if (span !== undefined) return placeOf(span, written === undefined ? key : `${key} = ${written}`);
  const text = `${key} ${locale.t(hidden === true ? 'explain.hidden' : 'explain.absent')}`;
  return { file: ref.file, line: 0, column: 0, text };
};
