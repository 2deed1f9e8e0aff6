import type { Figure } from '../../model/figure.ts';
import type { Finding, FindingParam } from '../../model/finding.ts';
import { quotient, sumOf } from '../../model/formula.ts';
import type { Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import { countedFirst, numberOfFirst, sumBetween } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { setting } from '../portfolio/assumptions.ts';
import * as column from '../portfolio/columns.ts';
import { choice, count, figure, finding, term, terms } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { costOf, isDear, kpiSelection, type SelectedKpi, staysIn } from './selection.ts';
import { kpiSettingsOf } from './settings.ts';

const { orMissing } = column;

const limit = (scope: Scope, name: 'maximum' | 'costToBenefit' | 'lowRating') =>
  setting(scope, 'kpis', 'selection', name);

/** What following the KPIs costs, how many there are, and how many would do. */
export const selectionFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const all = scope.of(kpiSelection);
  const money = column.moneyUnit(scope);
  const kept = all.filter(staysIn);
  const costs = all.filter(({ setting }) => setting.costToMeasure !== undefined);
  const none = { code: 'no-kpis' };
  const judged = [limit(scope, 'costToBenefit'), limit(scope, 'lowRating'), limit(scope, 'maximum')];
  const advice = countedFirst(all, staysIn).map(({ kpi }) => `kpi.${kpi}.advice`);
  const coverage = { n: costs.length, of: all.length };
  const saved = costs.filter(one => !staysIn(one)).length;
  const cost = countedFirst(costs, one => !staysIn(one)).map(({ source }) => at(source, 'costToMeasure'));
  return [
    ...all.flatMap(one => figuresOfKpi(scope, method, one)),
    make('kpi.selection.count', all.length === 0 ? none : all.length, 'count', 0, advice, {
      formula: numberOfFirst(all.length),
    }),
    make('kpi.selection.kept', all.length === 0 ? none : kept.length, 'count', 0, advice, {
      assumptions: judged,
      formula: numberOfFirst(kept.length),
    }),
    make('kpi.selection.cost', costs.length === 0 ? { code: 'no-cost' } : costOf(all), money, 0, cost, {
      coverage,
      polarity: 'lower',
      formula: allTogether,
    }),
    make(
      'kpi.selection.saving',
      costs.length === 0 ? { code: 'no-cost' } : costOf(all.filter(one => !staysIn(one))),
      money,
      0,
      [...cost, ...advice],
      { coverage, assumptions: judged, polarity: 'higher', formula: sumBetween(0, saved) },
    ),
  ];
};

const allTogether = sumOf();
const costByBenefit = quotient(0, 1);

const figuresOfKpi = (scope: Scope, method: string, one: SelectedKpi): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { kpi, setting, source, costToBenefit, advice } = one;
  const declared = [
    ...(setting.costToMeasure === undefined ? [] : [at(source, 'costToMeasure')]),
    ...(setting.benefit === undefined
      ? []
      : [setting.benefit.amount === undefined ? at(source, 'benefit') : at(source, 'benefit', 'amount')]),
  ];
  const inputs = declared.length > 0 ? declared : [source];
  return [
    make(
      `kpi.${kpi}.cost-to-benefit`,
      costToBenefit ?? { code: setting.costToMeasure === undefined ? 'no-cost' : 'no-benefit-amount' },
      'index',
      2,
      inputs,
      { assumptions: [limit(scope, 'costToBenefit')], polarity: 'lower', formula: costByBenefit },
    ),
    {
      ...make(`kpi.${kpi}.advice`, advice, 'term', 0, inputs, {
        assumptions: [limit(scope, 'costToBenefit'), limit(scope, 'lowRating'), limit(scope, 'maximum')],
      }),
      vocabulary: 'kpi-advice',
    },
  ];
};

/** `kpi.selection`: each KPI with what it costs, what it is good for, and what to do with it. */
export const selectionSeries = (scope: Scope): Series => {
  const all = scope.of(kpiSelection);
  return {
    id: 'kpi.selection',
    columns: [
      column.term('kpi', 'kpi'),
      column.amount(scope, 'costToMeasure'),
      column.amount(scope, 'kpiBenefit'),
      column.count('decisionValue'),
      column.shows(column.measure('costToBenefit', 'index', 2), 'kpi.{kpi}.cost-to-benefit'),
      column.text('why'),
      { id: 'benefitBy', kind: 'person' },
      column.shows(column.term('advice', 'kpi-advice'), 'kpi.{kpi}.advice'),
      column.term('successor', 'kpi'),
    ],
    rows: all.map(({ kpi, setting, costToBenefit, advice, successor }) => ({
      kpi,
      costToMeasure: orMissing(setting.costToMeasure),
      kpiBenefit: orMissing(setting.benefit?.amount),
      decisionValue: orMissing(setting.benefit?.rating),
      costToBenefit: orMissing(costToBenefit),
      why: setting.benefit?.why ?? null,
      benefitBy: orMissing(setting.benefit?.by),
      advice,
      successor: orMissing(successor),
    })),
    inputs: all.map(({ kpi }) => `kpi.${kpi}.advice`),
    rowInputs: all.map(({ source }) => [source]),
  };
};

const kpi = (code: string): FindingParam => term('kpi-inline', code);

/** Why KPIs go: their benefit has a price and is smaller than their cost, they hardly serve a decision, or a cheaper one does. */
const reasonsOf = (dear: readonly SelectedKpi[], limits: Parameters<typeof isDear>[1]) => {
  const tooDear = dear.filter(({ setting }) => isDear(setting, limits) === true);
  const priced = tooDear.filter(({ setting }) => setting.benefit?.amount !== undefined);
  const weak = tooDear.filter(one => !priced.includes(one));
  return {
    priced: count(priced.length),
    weak: count(weak.length),
    judged: count(priced.length + weak.length),
    spare: count(dear.length - priced.length - weak.length),
  };
};

/** KPIs that cost more than they are worth, and whether there are too many. */
export const selectionFindings = (scope: Scope): Finding[] => {
  const all = scope.of(kpiSelection);
  const dear = [...all.filter(one => !staysIn(one))].sort(
    (a, b) => (b.setting.costToMeasure ?? 0) - (a.setting.costToMeasure ?? 0),
  );
  const [dearest] = dear;
  const { selection } = kpiSettingsOf(scope);
  const { maximum } = selection;
  if (all.length === 0) return [];
  const params = {
    all: count(all.length),
    maximum: count(maximum),
    many: choice(all.length > maximum ? 'yes' : 'no'),
  };
  if (dearest === undefined)
    return all.length > maximum
      ? [finding('kpi-selection.too-many', 'notable', 40, ['kpi.selection.count'], params)]
      : [finding('kpi-selection.fits', 'good', 20, ['kpi.selection.count'], params)];
  return [
    finding(
      'kpi-selection.dear',
      'attention',
      55,
      ['kpi.selection.saving', 'kpi.selection.cost', ...dear.map(one => `kpi.${one.kpi}.advice`)],
      {
        ...params,
        ...reasonsOf(dear, selection),
        dear: count(dear.length),
        excess: count(Math.max(0, all.length - dear.length - maximum)),
        kept: count(all.length - dear.length),
        over: choice(all.length - dear.length > maximum ? 'yes' : 'no'),
        saving: figure('kpi.selection.saving'),
        cost: figure('kpi.selection.cost'),
        kpi: kpi(dearest.kpi),
        successor: kpi(dearest.successor ?? dearest.kpi),
        others: count(dear.length - 1),
        otherKpis: terms(
          'kpi-inline',
          dear.slice(1).map(one => one.kpi),
        ),
        replaced: choice(dearest.successor === undefined ? 'no' : 'yes'),
      },
    ),
  ];
};
