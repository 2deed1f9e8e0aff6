import type { Assumption, Figure, Unavailable } from '../../model/figure.ts';
import { constant, quotient, root, sumOf } from '../../model/formula.ts';
import { robustnessSchema } from '../../model/robustness.ts';
import { at } from '../../model/source.ts';
import { byAccount } from '../by-account.ts';
import { countedFirst, numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { assumption } from '../portfolio/assumptions.ts';
import { keySetAssumptions } from '../portfolio/points-figures.ts';
import { weightSource } from '../portfolio/weights.ts';
import type { Scope } from '../scope.ts';
import { wilsonInterval } from '../statistics.ts';
import { type Contender, contenders } from './contenders.ts';
import { type Robustness, robustness } from './robustness.ts';
import type { WeightInterval } from './weight-intervals.ts';

const noScores: Unavailable = { code: 'no-scoring' };
const noKeySet: Unavailable = { code: 'no-key-set' };
const samplesId = 'portfolio.robustness.samples';
const defaults = robustnessSchema.parse({});

type Setting = keyof typeof defaults;

const settings = (found: Robustness, ...names: readonly Setting[]): Assumption[] =>
  names.map(name =>
    assumption(
      `scoring.robustness.${name}`,
      found.settings[name],
      defaults[name],
      at(found.table.scoring.source, 'robustness', name),
    ),
  );

export const robustnessFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const found = scope.of(robustness);
  if (found === undefined)
    return [
      make(samplesId, noScores, 'count', 0, []),
      make('portfolio.robustness.error', noScores, 'points', 2, [samplesId]),
      make('portfolio.robustness.insecure', noScores, 'count', 0, []),
      make('portfolio.robustness.certain', noScores, 'count', 0, []),
    ];
  const all = scope.of(contenders);
  return [
    make(samplesId, found.near.samples, 'count', 0, ['portfolio.ranking.scored'], {
      assumptions: settings(found, 'samples', 'within', 'missing', 'seed'),
    }),
    make('portfolio.robustness.error', 0.5 / Math.sqrt(found.near.samples), 'points', 2, [samplesId], {
      polarity: 'lower',
      formula: root(quotient(constant(0.25), 0)),
    }),
    insecureFigure(scope, method, found),
    certainFigure(scope, method, all),
    ...found.intervals.flatMap(interval => intervalFigures(scope, method, found, interval)),
  ];
};

const contendersOf = byAccount(
  scope => scope.of(contenders),
  ({ row }) => row.customer.id,
);

/** Where an account may stand under other weights. */
export const accountRobustnessFigures = (scope: Scope, method: string, account: string): Figure[] => {
  const found = scope.of(robustness);
  if (found === undefined) return [];
  return contendersOf(scope, account).flatMap(contender => contenderFigures(scope, method, found, contender));
};

/** Key accounts whose place is insecure near the stated weights. */
export const insecureKeys = (scope: Scope): readonly Contender[] => {
  const limit = scope.of(robustness)?.settings.insecure ?? 0;
  return scope.of(contenders).filter(({ row, near }) => row.key && near !== undefined && near < limit);
};

const insecureFigure = (scope: Scope, method: string, found: Robustness): Figure => {
  const keys = scope.of(contenders).filter(({ row }) => row.key);
  const insecure = new Set(scope.of(insecureKeys));
  const declared = keys.length === 0 || keys.some(({ near }) => near !== undefined);
  return figuresOf(method, scope.period)(
    'portfolio.robustness.insecure',
    declared ? insecure.size : noKeySet,
    'count',
    0,
    countedFirst(keys, key => insecure.has(key)).map(
      ({ row }) => `account.${row.customer.id}.robustness.key-set`,
    ),
    {
      assumptions: settings(found, 'insecure', 'within'),
      polarity: 'lower',
      formula: numberOfFirst(insecure.size),
    },
  );
};

/** Accounts of the key set that every weighting drawn, near or not, admits. */
const certainFigure = (scope: Scope, method: string, all: readonly Contender[]): Figure => {
  const admitted = all.filter(({ row }) => row.inKeySet);
  const isCertain = ({ any, near }: Contender): boolean => any === 1 && near === 1;
  const certain = admitted.filter(isCertain);
  return figuresOf(method, scope.period)(
    'portfolio.robustness.certain',
    all.every(({ any }) => any === undefined) ? noKeySet : certain.length,
    'count',
    0,
    countedFirst(admitted, isCertain).map(({ row }) => `account.${row.customer.id}.robustness.key-set-any`),
    { coverage: { n: certain.length, of: admitted.length }, formula: numberOfFirst(certain.length) },
  );
};

const intervalFigures = (
  scope: Scope,
  method: string,
  { table: { scoring } }: Robustness,
  { criterion, stated, low, high }: WeightInterval,
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const prefix = `portfolio.robustness.weight.${criterion.id}`;
  const sources = scoring.criteria.flatMap(({ id }) => weightSource(scoring, id, scope.period) ?? []);
  const inputs = [`${prefix}.stated`, 'portfolio.ranking.key-set.count'];
  return [
    make(`${prefix}.stated`, stated, 'share', 1, sources, {
      formula: quotient(scoring.criteria.indexOf(criterion), sumOf()),
    }),
    make(`${prefix}.low`, low?.share ?? 0, 'share', 1, inputs),
    make(`${prefix}.high`, high?.share ?? 1, 'share', 1, inputs),
  ];
};

const contenderFigures = (
  scope: Scope,
  method: string,
  found: Robustness,
  { row, first, any, near, best, worst, bestAny, worstAny }: Contender,
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const prefix = `account.${row.customer.id}.robustness`;
  const inputs = [`account.${row.customer.id}.score.total`, samplesId];
  const admitting = keySetAssumptions(found.table.scoring);
  const probability = (
    name: string,
    value: number | undefined,
    samples: number,
    assumptions: readonly Assumption[],
  ) => {
    const { confidence } = scope.workspace.settings.thresholds;
    const times = value === undefined ? undefined : Math.round(value * samples);
    const interval = times === undefined ? undefined : wilsonInterval(times, samples, confidence);
    return make(`${prefix}.${name}`, value ?? noKeySet, 'share', 1, inputs, {
      assumptions,
      ...(interval === undefined ? {} : { interval }),
      // So many of the weightings that were drawn; which ones, the seed tells.
      ...(times === undefined ? {} : { formula: quotient(constant(times), 1) }),
    });
  };
  const rank = (name: string, value: number) => make(`${prefix}.${name}`, value, 'count', 0, inputs);
  return [
    probability('first', first, found.any.samples, settings(found, 'missing')),
    probability('key-set-any', any, found.any.samples, [...admitting, ...settings(found, 'missing')]),
    probability('key-set', near, found.near.samples, [...admitting, ...settings(found, 'within', 'missing')]),
    rank('rank-best', best),
    rank('rank-worst', worst),
    rank('rank-best-any', bestAny),
    rank('rank-worst-any', worstAny),
  ];
};
