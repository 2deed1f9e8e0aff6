import type { FigureInput } from '../../../model/figure.ts';
import type { Row, Series } from '../../../model/series.ts';
import { at } from '../../../model/source.ts';
import * as column from '../../portfolio/columns.ts';
import type { Scope } from '../../scope.ts';
import { designation } from './designation.ts';
import type { DifferenceInDifferences } from './difference-in-differences.ts';
import { effects, tracks } from './effects.ts';
import { changeOf, type ReturnOutcome } from './panel.ts';
import { standingComparisons } from './standing-comparison.ts';

const points = (id: string) => column.measure(id, 'points', 1, true);

/** Key against other accounts as they stand; before and after designation, by outcome and by account. */
export const returnSeries = (scope: Scope): readonly Series[] => [
  standingSeries(scope),
  outcomesSeries(scope),
  accountsSeries(scope),
];

const standingSeries = (scope: Scope): Series => {
  const known = scope.of(standingComparisons).filter(({ key, other }) => key.n + other.n > 0);
  const own = (name: string): string => `programme.return.standing.{standingMeasure}.${name}`;
  return {
    id: 'programme.return.standing',
    columns: [
      column.term('standingMeasure', 'return-standing'),
      column.shows(column.share('keyValue'), own('key')),
      column.shows(column.share('otherValue'), own('other')),
      column.shows(points('difference'), own('difference')),
      points('low'),
      points('high'),
      column.count('keyCount'),
      column.count('otherCount'),
    ],
    rows: known.map(({ measure, key, other, difference, interval }) => ({
      standingMeasure: measure,
      keyValue: column.orMissing(key.value),
      otherValue: column.orMissing(other.value),
      difference: column.orMissing(difference),
      low: column.orMissing(interval?.low),
      high: column.orMissing(interval?.high),
      keyCount: key.n,
      otherCount: other.n,
    })),
    rowInputs: known.map(({ measure }) =>
      ['key', 'other', 'difference'].map(name => `programme.return.standing.${measure}.${name}`),
    ),
    inputs: known.map(({ measure }) => `programme.return.standing.${measure}.difference`),
  };
};

const outcomesSeries = (scope: Scope): Series => {
  const known = scope
    .of(effects)
    .flatMap(({ found, ...rest }) => (found === undefined ? [] : [{ ...rest, found }]));
  const own = (name: string): string => `programme.return.{outcome}.${name}`;
  return {
    id: 'programme.return.outcomes',
    columns: [
      column.term('outcome', 'return-outcome'),
      column.shows(column.share('keyBefore'), own('key-before')),
      column.shows(column.share('keyAfter'), own('key-after')),
      column.shows(column.share('otherBefore'), own('other-before')),
      column.shows(column.share('otherAfter'), own('other-after')),
      column.shows(points('difference'), own('effect')),
      points('low'),
      points('high'),
      column.count('n'),
      column.count('otherCount'),
      column.shows(points('trend'), own('trend')),
      points('trendLow'),
      points('trendHigh'),
    ],
    rows: known.map(({ outcome, found, trend }) => ({
      outcome,
      keyBefore: found.treated.before,
      keyAfter: found.treated.after,
      otherBefore: found.controls.before,
      otherAfter: found.controls.after,
      difference: found.effect,
      low: column.orMissing(found.interval?.low),
      high: column.orMissing(found.interval?.high),
      n: found.treatedCount,
      otherCount: found.controlCount,
      trend: column.orMissing(trend?.effect),
      trendLow: column.orMissing(trend?.interval?.low),
      trendHigh: column.orMissing(trend?.interval?.high),
    })),
    rowInputs: known.map(({ outcome }) =>
      ['effect', 'trend'].map(name => `programme.return.${outcome}.${name}`),
    ),
    inputs: known.map(({ outcome }) => `programme.return.${outcome}.effect`),
  };
};

/** `programme.return.accounts`: each designated account over its own quarters, beside those never designated. */
const accountsSeries = (scope: Scope): Series => {
  const { designated } = scope.of(designation);
  const found = new Map(scope.of(effects).map(effect => [effect.outcome, effect.found]));
  return {
    id: 'programme.return.accounts',
    columns: [
      column.account,
      { id: 'designated', kind: 'period' },
      column.count('quartersBefore'),
      column.count('quartersAfter'),
      column.count('n'),
      column.count('of'),
      points('revenueRise'),
      points('revenueRiseOthers'),
      points('revenueEffect'),
      points('ratioRise'),
      points('ratioRiseOthers'),
      points('ratioEffect'),
    ],
    rows: designated.map(({ customer, from, window }) => {
      const track = scope.of(tracks).get(customer.id);
      const rise = (outcome: ReturnOutcome): number | null => {
        const change = track && changeOf(track, outcome, window);
        return change === undefined ? null : change.after - change.before;
      };
      const [revenue, ratio] = [found.get('revenue'), found.get('contribution-ratio')];
      return {
        account: customer.id,
        designated: from,
        quartersBefore: window.before.length,
        quartersAfter: window.after.length,
        n: [...window.before, ...window.after].filter(
          period => track?.quarters.get(period)?.revenue !== undefined,
        ).length,
        of: window.before.length + window.after.length,
        revenueRise: rise('revenue'),
        ...sidesOf(revenue, customer.id, 'revenueRiseOthers', 'revenueEffect'),
        ratioRise: rise('contribution-ratio'),
        ...sidesOf(ratio, customer.id, 'ratioRiseOthers', 'ratioEffect'),
      };
    }),
    rowInputs: designated.map(({ customer }): readonly FigureInput[] => [
      at(customer.account.source, 'key'),
      ...customer.members.map(({ source }) => at(source, 'history')),
    ]),
    inputs: ['programme.return.revenue.effect', 'programme.return.contribution-ratio.effect'],
  };
};

const sidesOf = (
  found: DifferenceInDifferences | undefined,
  id: string,
  others: string,
  effect: string,
): Row => {
  const one = found?.effects.find(candidate => candidate.id === id);
  return {
    [others]: one === undefined ? null : one.controls.after - one.controls.before,
    [effect]: one === undefined ? null : one.effect,
  };
};
