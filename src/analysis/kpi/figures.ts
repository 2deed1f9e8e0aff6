import type { Figure, Unit } from '../../model/figure.ts';
import { type KpiId, kpiIds } from '../../model/kpi.ts';
import { customers } from '../customers.ts';
import { figuresOf } from '../make.ts';
import { type About, type Method, methodOf, type Parts } from '../method.ts';
import { apart, type Scope } from '../scope.ts';
import { uncertaintyIn } from '../statistics/uncertainty.ts';
import { kpiDefinitions, unitOf } from './definitions.ts';
import { type Indicator, indicators, indicatorUnit } from './indicators.ts';
import { isSmall, type Measurement } from './measurement.ts';
import { accountSubjectOf, groupSubjects } from './subjects.ts';

/** Every KPI of the whole portfolio in the scope's period. */
export const portfolioKpis = (scope: Scope): ReadonlyMap<KpiId, Measurement> =>
  new Map(kpiIds.map(kpi => [kpi, kpiDefinitions[kpi].measure(scope, scope.of(customers))]));

/** Values of the KPIs in a quarter of which only the course is shown. */
export const portfolioValues = (scope: Scope): ReadonlyMap<KpiId, number> =>
  new Map(
    [...apart(scope, portfolioKpis)].flatMap(([kpi, { value }]) =>
      value === undefined ? [] : [[kpi, value]],
    ),
  );

/** Every indicator of the whole portfolio, in the order of the indicators. */
export const portfolioIndicators = (scope: Scope): ReadonlyMap<Indicator, Measurement> =>
  new Map(indicators.map(one => [one, one.measure(scope, scope.of(customers))]));

export const valueFigureId = (kpi: KpiId): string => `kpi.${kpi}.value`;
export const indicatorFigureId = ({ kpi, name }: Indicator): string => `kpi.${kpi}.${name}`;

type Described = Pick<
  Figure,
  'coverage' | 'interval' | 'noInterval' | 'assumptions' | 'smallSample' | 'formula'
>;

/** What a figure says about a measurement besides its value. */
export const descriptionOf = (scope: Scope, measured: Measurement): Described => {
  const smallSample = isSmall(scope, measured);
  return {
    ...(measured.value === undefined || measured.formula === undefined ? {} : { formula: measured.formula }),
    ...(measured.coverage === undefined ? {} : { coverage: measured.coverage }),
    ...uncertaintyIn(measured),
    ...(measured.assumptions === undefined ? {} : { assumptions: measured.assumptions }),
    ...(smallSample === undefined ? {} : { smallSample }),
  };
};

/** A KPI or an indicator, with what its figures share. */
interface Measured {
  /** What its figures are called after the prefix of a subject: `kpi.nps`, `kpi.nps.promoters`. */
  readonly name: string;
  readonly portfolioId: string;
  readonly level: Indicator['level'];
  readonly measure: Indicator['measure'];
  portfolio(scope: Scope): Measurement | undefined;
  figure(scope: Scope, method: string, id: string, measured: Measurement): Figure;
}

const figureMaker =
  (
    unit: (scope: Scope) => Unit,
    precision: number,
    polarity: Figure['polarity'] | undefined,
  ): Measured['figure'] =>
  (scope, method, id, measured) =>
    figuresOf(method, scope.period)(
      id,
      measured.value ?? measured.unavailable,
      unit(scope),
      precision,
      () => measured.inputs,
      { ...descriptionOf(scope, measured), ...(polarity === undefined ? {} : { polarity }) },
    );

const measuredKpi = (kpi: KpiId): Measured => {
  const { perAccount, perGroup, measure, precision, polarity } = kpiDefinitions[kpi];
  return {
    name: `kpi.${kpi}`,
    portfolioId: valueFigureId(kpi),
    level: perAccount ? 'account' : perGroup ? 'group' : 'portfolio',
    measure,
    portfolio: scope => scope.of(portfolioKpis).get(kpi),
    figure: figureMaker(scope => unitOf(scope, kpi), precision, polarity),
  };
};

const measuredIndicator = (indicator: Indicator): Measured => ({
  name: `kpi.${indicator.kpi}.${indicator.name}`,
  portfolioId: indicatorFigureId(indicator),
  level: indicator.level,
  measure: indicator.measure,
  portfolio: scope => scope.of(portfolioIndicators).get(indicator),
  figure: figureMaker(scope => indicatorUnit(scope, indicator), indicator.precision, indicator.polarity),
});

/** Each KPI with its indicators after it. */
const measuredOf = (kpis: readonly KpiId[]): readonly Measured[] =>
  kpis.flatMap(kpi => [
    measuredKpi(kpi),
    ...indicators.filter(one => one.kpi === kpi).map(measuredIndicator),
  ]);

/** Figures of some KPIs and their indicators: for the portfolio, for segments and for key account managers. */
export const kpiFigures = (scope: Scope, method: string, kpis: readonly KpiId[]): Figure[] =>
  measuredOf(kpis).flatMap(one => {
    const portfolio = one.portfolio(scope);
    const groups = one.level === 'portfolio' ? [] : scope.of(groupSubjects);
    return [
      ...(portfolio === undefined ? [] : [one.figure(scope, method, one.portfolioId, portfolio)]),
      ...groups.map(({ prefix, customers: all }) =>
        one.figure(scope, method, `${prefix}.${one.name}`, one.measure(scope, all)),
      ),
    ];
  });

/** The same of one account: where something is recorded to measure, for a key account also where it is missing. */
export const accountKpiFigures = (
  scope: Scope,
  method: string,
  kpis: readonly KpiId[],
  account: string,
): Figure[] =>
  accountSubjectOf(scope, account).flatMap(({ prefix, customers: all, key }) =>
    measuredOf(kpis)
      .filter(({ level }) => level === 'account')
      .flatMap(one => {
        const measured = one.measure(scope, all);
        const recorded = measured.value !== undefined && measured.inputs.length > 0;
        return key || recorded ? [one.figure(scope, method, `${prefix}.${one.name}`, measured)] : [];
      }),
  );

/** The parts of a method that measure KPIs, of all customers and of each. */
export const kpiParts = (kpis: readonly KpiId[]): Pick<Parts, 'figures' | 'ofAccount'> => ({
  figures: (scope, method) => kpiFigures(scope, method, kpis),
  ofAccount: { figures: (scope, method, account) => accountKpiFigures(scope, method, kpis, account) },
});

/** A method that does nothing but measure KPIs. */
export const kpiMethod = (about: About, kpis: readonly KpiId[]): Method => methodOf(about, kpiParts(kpis));
