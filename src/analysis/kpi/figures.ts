import type { Figure, Unit } from '../../model/figure.ts';
import { type KpiId, kpiIds } from '../../model/kpi.ts';
import { customers } from '../customers.ts';
import { figuresOf } from '../make.ts';
import type { Method } from '../method.ts';
import { createScope, type Scope } from '../scope.ts';
import { kpiDefinitions, unitOf } from './definitions.ts';
import { type Indicator, indicators, indicatorUnit } from './indicators.ts';
import { isSmall, type Measurement } from './measurement.ts';
import { accountSubjects, groupSubjects, type Subject } from './subjects.ts';

/** Every KPI of the whole portfolio in the scope's period. */
export const portfolioKpis = (scope: Scope): ReadonlyMap<KpiId, Measurement> =>
  new Map(kpiIds.map(kpi => [kpi, kpiDefinitions[kpi].measure(scope, scope.of(customers))]));

/**
 * Values of the KPIs in a quarter of which only the course is shown. What they rest on goes with the scope that made them:
 * kept for every quarter, it would fill the memory.
 */
export const portfolioValues = (scope: Scope): ReadonlyMap<KpiId, number> =>
  new Map(
    [...createScope(scope.workspace, scope.period).of(portfolioKpis)].flatMap(([kpi, { value }]) =>
      value === undefined ? [] : [[kpi, value]],
    ),
  );

/** Every indicator of the whole portfolio, in the order of the indicators. */
export const portfolioIndicators = (scope: Scope): ReadonlyMap<Indicator, Measurement> =>
  new Map(indicators.map(one => [one, one.measure(scope, scope.of(customers))]));

export const valueFigureId = (kpi: KpiId): string => `kpi.${kpi}.value`;
export const indicatorFigureId = ({ kpi, name }: Indicator): string => `kpi.${kpi}.${name}`;

type Described = Pick<Figure, 'coverage' | 'interval' | 'assumptions' | 'smallSample' | 'formula'>;

/** What a figure says about a measurement besides its value. */
export const descriptionOf = (scope: Scope, measured: Measurement): Described => {
  const smallSample = isSmall(scope, measured);
  return {
    ...(measured.value === undefined || measured.formula === undefined ? {} : { formula: measured.formula }),
    ...(measured.coverage === undefined ? {} : { coverage: measured.coverage }),
    ...(measured.interval === undefined ? {} : { interval: measured.interval }),
    ...(measured.assumptions === undefined ? {} : { assumptions: measured.assumptions }),
    ...(smallSample === undefined ? {} : { smallSample }),
  };
};

/** Figures of some KPIs and their indicators: for the portfolio, for segments and key account managers, and for accounts. */
export const kpiFigures = (scope: Scope, method: string, kpis: readonly KpiId[]): Figure[] =>
  kpis.flatMap(kpi => [
    ...figuresOfKpi(scope, method, kpi),
    ...indicators
      .filter(one => one.kpi === kpi)
      .flatMap(indicator => figuresOfIndicator(scope, method, indicator)),
  ]);

const figuresOfKpi = (scope: Scope, method: string, kpi: KpiId): Figure[] => {
  const definition = kpiDefinitions[kpi];
  const { perAccount, perGroup, measure } = definition;
  const portfolio = scope.of(portfolioKpis).get(kpi);
  const figure = figuresOfMeasured(scope, method, unitOf(scope, kpi), definition);
  return [
    ...(portfolio === undefined ? [] : [figure(valueFigureId(kpi), portfolio)]),
    ...figuresOfSubjects(
      scope,
      perAccount ? 'account' : perGroup ? 'group' : 'portfolio',
      measure,
      (subject, measured) => figure(`${subject.prefix}.kpi.${kpi}`, measured),
    ),
  ];
};

const figuresOfIndicator = (scope: Scope, method: string, indicator: Indicator): Figure[] => {
  const { kpi, name, measure, level } = indicator;
  const portfolio = scope.of(portfolioIndicators).get(indicator);
  const figure = figuresOfMeasured(scope, method, indicatorUnit(scope, indicator), indicator);
  return [
    ...(portfolio === undefined ? [] : [figure(indicatorFigureId(indicator), portfolio)]),
    ...figuresOfSubjects(scope, level, measure, (subject, measured) =>
      figure(`${subject.prefix}.kpi.${kpi}.${name}`, measured),
    ),
  ];
};

/** How a KPI or an indicator becomes a figure, whatever it was measured of. */
const figuresOfMeasured =
  (
    scope: Scope,
    method: string,
    unit: Unit,
    { precision, polarity }: Pick<Indicator, 'precision' | 'polarity'>,
  ) =>
  (id: string, measured: Measurement): Figure =>
    figuresOf(method, scope.period)(
      id,
      measured.value ?? measured.unavailable,
      unit,
      precision,
      measured.inputs,
      { ...descriptionOf(scope, measured), ...(polarity === undefined ? {} : { polarity }) },
    );

/** Groups have a figure for each measure; accounts where something is recorded to measure, key ones also where it is missing. */
const figuresOfSubjects = (
  scope: Scope,
  level: Indicator['level'],
  measure: Indicator['measure'],
  figure: (subject: Subject, measured: Measurement) => Figure,
): Figure[] => {
  const groups = level === 'portfolio' ? [] : scope.of(groupSubjects);
  const accounts = level === 'account' ? scope.of(accountSubjects) : [];
  return [
    ...groups.map(subject => figure(subject, measure(scope, subject.customers))),
    ...accounts.flatMap(subject => {
      const measured = measure(scope, subject.customers);
      const recorded = measured.value !== undefined && measured.inputs.length > 0;
      return subject.key || recorded ? [figure(subject, measured)] : [];
    }),
  ];
};

/** A method that does nothing but measure KPIs. */
export const kpiMethod = (
  about: Pick<Method, 'id' | 'section' | 'literature' | 'settings'>,
  kpis: readonly KpiId[],
): Method => ({
  ...about,
  run: scope => ({ figures: kpiFigures(scope, about.id, kpis), series: [], findings: [] }),
});
