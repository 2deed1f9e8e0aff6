import type { CongruenceElement } from '../../model/congruence.ts';
import type { Assumption, Figure, Interval } from '../../model/figure.ts';
import { constant, greatestOf, input, leastOf, minus } from '../../model/formula.ts';
import { previous } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import { countedFirst, numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { setting } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import {
  type CongruenceReading,
  congruence,
  type ElementMaturity,
  isStale,
  possibleMinimum,
  possibleSpread,
} from './congruence.ts';

const prefix = 'programme.congruence';

export const levelFigureId = (element: CongruenceElement): string => `${prefix}.level.${element}`;

const neededBy = (scope: Scope, { target }: CongruenceReading, element: CongruenceElement): Assumption =>
  setting(scope, 'congruence', 'needed', target, element);

const within = (interval: Interval | undefined): Pick<Figure, 'interval'> =>
  interval === undefined ? {} : { interval };

const rated = input(0);
const least = leastOf();
const greatest = greatestOf();
/** How far the inputs lie apart. */
const apart = minus(greatest, least);
/** Levels from the first input up to the second, none where it is higher. */
const missing = minus(greatest, 0);

/** Elements whose rating has been carried forward for too long. */
const staleFigure = (scope: Scope, method: string, { elements, rated: known }: CongruenceReading): Figure => {
  const all = countedFirst(
    elements.filter(({ rated: when }) => when !== undefined),
    one => isStale(scope, one),
  );
  const n = all.filter(one => isStale(scope, one)).length;
  return figuresOf(method, scope.period)(
    `${prefix}.stale`,
    known === 0 ? { code: 'no-maturities' } : n,
    'count',
    0,
    all.map(({ element }) => levelFigureId(element)),
    {
      assumptions: [setting(scope, 'congruence', 'staleAfter')],
      coverage: { n: known, of: elements.length },
      polarity: 'lower',
      formula: numberOfFirst(n),
    },
  );
};

/** The four maturities, what the target cell needs, minimum, spread, the pairs and the weakest link. Never a mean. */
export const congruenceFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const reading = scope.of(congruence);
  const before = scope.at(previous(scope.period)).of(congruence);
  const levels = reading.elements.map(({ element }) => levelFigureId(element));
  return [
    make(`${prefix}.target`, reading.target, 'term', 0, targetInputs(scope), { vocabulary: 'archetype' }),
    ...reading.elements.flatMap(element => elementFigures(scope, method, reading, element)),
    ...extremes(scope, method, reading, levels),
    ...priorExtremes(scope, method, before),
    staleFigure(scope, method, reading),
    make(`${prefix}.weakest`, weakestOf(reading), 'term', 0, levels, {
      vocabulary: 'congruence',
      coverage: { n: reading.rated, of: reading.elements.length },
    }),
    make(
      `${prefix}.gap`,
      largestGap(reading) ?? { code: 'no-maturities' },
      'index',
      0,
      reading.elements.map(({ element }) => `${prefix}.gap.${element}`),
      {
        polarity: 'lower',
        coverage: { n: reading.rated, of: reading.elements.length },
        formula: greatest,
      },
    ),
    ...reading.pairs.map(({ a, b, gap }) =>
      make(
        `${prefix}.pair.${a}.${b}`,
        gap ?? { code: 'pair-not-rated' },
        'index',
        0,
        [levelFigureId(a), levelFigureId(b)],
        { polarity: 'lower', formula: apart },
      ),
    ),
  ];
};

const targetInputs = ({ workspace }: Scope): Figure['inputs'] => {
  const { congruence: settings, adoption } = workspace.program;
  if (settings?.target !== undefined) return [at(settings.source, 'target')];
  return adoption === undefined ? [] : [at(adoption.source, 'stages')];
};

const elementFigures = (
  scope: Scope,
  method: string,
  reading: CongruenceReading,
  { element, level, needed, gap, source }: ElementMaturity,
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const none = { code: 'element-not-rated' };
  const rest = { assumptions: [neededBy(scope, reading, element)] };
  return [
    make(levelFigureId(element), level ?? none, 'index', 0, source === undefined ? [] : [source], {
      polarity: 'higher',
      formula: rated,
    }),
    make(`${prefix}.needed.${element}`, needed, 'index', 0, [`${prefix}.target`], {
      ...rest,
      formula: constant(needed),
    }),
    make(
      `${prefix}.gap.${element}`,
      gap ?? none,
      'index',
      0,
      [levelFigureId(element), `${prefix}.needed.${element}`],
      { polarity: 'lower', formula: missing },
    ),
  ];
};

const extremes = (
  scope: Scope,
  method: string,
  reading: CongruenceReading,
  levels: readonly string[],
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const coverage = { n: reading.rated, of: reading.elements.length };
  return [
    make(`${prefix}.minimum`, reading.minimum ?? { code: 'no-maturities' }, 'index', 0, levels, {
      coverage,
      polarity: 'higher',
      formula: least,
      ...within(possibleMinimum(reading)),
    }),
    make(`${prefix}.spread`, reading.spread ?? { code: 'too-few-maturities' }, 'index', 0, levels, {
      coverage,
      polarity: 'lower',
      formula: apart,
      assumptions: [setting(scope, 'congruence', 'spreadLine')],
      ...within(possibleSpread(reading)),
    }),
  ];
};

const priorExtremes = (scope: Scope, method: string, before: CongruenceReading): Figure[] => {
  const make = figuresOf(method, scope.period);
  const inputs = before.elements.flatMap(({ source }) => source ?? []);
  const coverage = { n: before.rated, of: before.elements.length };
  return [
    make(`${prefix}.minimum.prior`, before.minimum ?? { code: 'no-maturities' }, 'index', 0, inputs, {
      coverage,
      polarity: 'higher',
      formula: least,
      ...within(possibleMinimum(before)),
    }),
    make(`${prefix}.spread.prior`, before.spread ?? { code: 'too-few-maturities' }, 'index', 0, inputs, {
      coverage,
      polarity: 'lower',
      formula: apart,
      ...within(possibleSpread(before)),
    }),
  ];
};

/** The element at the minimum; `several` where more than one ties there, and the series names them. */
const weakestOf = ({ weakest: [first, ...others] }: CongruenceReading): string | { code: string } => {
  if (first === undefined) return { code: 'no-maturities' };
  return others.length > 0 ? 'several' : first;
};

const largestGap = ({ elements }: CongruenceReading): number | undefined => {
  const gaps = elements.flatMap(({ gap }) => gap ?? []);
  return gaps.length === 0 ? undefined : Math.max(...gaps);
};
