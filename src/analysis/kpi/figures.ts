import type { Figure } from '../../model/figure.ts';
import type { KpiId } from '../../model/kpi.ts';
import { customers } from '../customers.ts';
import { figuresOf } from '../make.ts';
import type { Method } from '../method.ts';
import type { Scope } from '../scope.ts';
import { kpiDefinitions, unitOf } from './definitions.ts';
import { isSmall, type Measurement } from './measurement.ts';

/** Every KPI of the whole portfolio in the scope's period. */
export const portfolioKpis = (scope: Scope): ReadonlyMap<KpiId, Measurement> =>
  new Map(
    (Object.keys(kpiDefinitions) as KpiId[]).map(kpi => [
      kpi,
      kpiDefinitions[kpi].measure(scope, scope.of(customers)),
    ]),
  );

export const valueFigureId = (kpi: KpiId): string => `kpi.${kpi}.value`;

type Described = Pick<Figure, 'coverage' | 'interval' | 'assumptions' | 'smallSample'>;

/** What a figure says about a measurement besides its value. */
export const descriptionOf = (scope: Scope, measured: Measurement): Described => {
  const smallSample = isSmall(scope, measured);
  return {
    ...(measured.coverage === undefined ? {} : { coverage: measured.coverage }),
    ...(measured.interval === undefined ? {} : { interval: measured.interval }),
    ...(measured.assumptions === undefined ? {} : { assumptions: measured.assumptions }),
    ...(smallSample === undefined ? {} : { smallSample }),
  };
};

/** Figures of some KPIs: for the portfolio, and for each customer where the KPI speaks of one. */
export const kpiFigures = (scope: Scope, method: string, kpis: readonly KpiId[]): Figure[] => {
  const known = scope.of(customers).filter(({ account }) => account.status !== 'prospect');
  return kpis.flatMap(kpi => {
    const { perAccount, measure } = kpiDefinitions[kpi];
    const portfolio = scope.of(portfolioKpis).get(kpi);
    const figure = (id: string, measured: Measurement): Figure => figureOf(scope, method, kpi, id, measured);
    return [
      ...(portfolio === undefined ? [] : [figure(valueFigureId(kpi), portfolio)]),
      ...(perAccount
        ? known.map(customer => figure(`account.${customer.id}.kpi.${kpi}`, measure(scope, [customer])))
        : []),
    ];
  });
};

const figureOf = (scope: Scope, method: string, kpi: KpiId, id: string, measured: Measurement): Figure => {
  const { precision, polarity } = kpiDefinitions[kpi];
  const value = measured.value ?? measured.unavailable;
  return figuresOf(method, scope.period)(id, value, unitOf(scope, kpi), precision, measured.inputs, {
    ...descriptionOf(scope, measured),
    polarity,
  });
};

/** A method that does nothing but measure KPIs. */
export const kpiMethod = (
  about: Pick<Method, 'id' | 'section' | 'literature' | 'settings'>,
  kpis: readonly KpiId[],
): Method => ({
  ...about,
  run: scope => ({ figures: kpiFigures(scope, about.id, kpis), series: [], findings: [] }),
});
