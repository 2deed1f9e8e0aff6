import type { Figure } from '../../model/figure.ts';
import type { Finding } from '../../model/finding.ts';
import type { Column, Series } from '../../model/series.ts';
import { figuresOf } from '../make.ts';
import { personName } from '../person-name.ts';
import * as column from '../portfolio/columns.ts';
import { count, finding, share, term, text } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import {
  type AcquisitionDimension,
  type AcquisitionGroup,
  acquisitionBreakdown,
  acquisitionDimensions,
  separatedPairs,
  ungrouped,
} from './acquisition-breakdown.ts';
import { descriptionOf } from './figures.ts';
import { isSmall } from './measurement.ts';

const { orMissing } = column;
const figureId = (dimension: AcquisitionDimension, group: string): string =>
  `kpi.acquisition-rate.${dimension}.${group}`;

/** The rate of each channel, seller and band of contacts. */
export const acquisitionFigures = (scope: Scope, method: string): Figure[] =>
  scope
    .of(acquisitionBreakdown)
    .map(({ dimension, group, measured }) =>
      figuresOf(method, scope.period)(
        figureId(dimension, group),
        measured.value ?? measured.unavailable,
        'share',
        1,
        () => measured.inputs,
        { ...descriptionOf(scope, measured), polarity: 'higher' },
      ),
    );

const heads: Readonly<Record<AcquisitionDimension, Column>> = {
  channel: { id: 'channel', kind: 'term', vocabulary: 'opportunity-source', absent: 'not-recorded' },
  seller: { id: 'seller', kind: 'person', absent: 'not-recorded' },
  contacts: { id: 'band', kind: 'text', absent: 'not-recorded' },
};

/** `kpi.acquisition.channel`, `.seller`, `.contacts`: prospects contacted, customers won, and what chance leaves open. */
export const acquisitionSeries = (scope: Scope): Series[] =>
  acquisitionDimensions.map(dimension => {
    const groups = scope.of(acquisitionBreakdown).filter(one => one.dimension === dimension);
    const others = ungrouped(scope, dimension);
    const cells = ({ contacted, won, measured }: Omit<AcquisitionGroup, 'group'>) => ({
      contacted,
      won,
      'acquisition-rate': orMissing(measured.value),
      low: orMissing(measured.interval?.low),
      high: orMissing(measured.interval?.high),
      n: contacted,
      smallSample: isSmall(scope, measured) ?? false,
    });
    const inputs = groups.map(({ group }) => figureId(dimension, group));
    return {
      id: `kpi.acquisition.${dimension}`,
      columns: [
        heads[dimension],
        column.count('contacted'),
        column.count('won'),
        column.shows(column.share('acquisition-rate'), `${figureId(dimension, '{group}')}`),
        column.share('low'),
        column.share('high'),
        column.flag('smallSample'),
        column.text('group'),
      ],
      rows: [
        ...groups.map(one => ({
          [heads[dimension].id]: dimension === 'contacts' ? bandText(one.group) : one.group,
          ...cells(one),
          group: one.group,
        })),
        ...(others === undefined ? [] : [{ [heads[dimension].id]: null, ...cells(others), group: null }]),
      ],
      inputs,
      get rowInputs() {
        return [...inputs.map(id => [id]), ...(others === undefined ? [] : [others.measured.inputs])];
      },
    };
  });

const bandText = (band: string): string => band.replace('-up', '+').replace('-', '–');

/** Differences between sellers or channels, only where their intervals do not touch; else that there are none to speak of. */
export const acquisitionFindings = (scope: Scope): Finding[] => {
  const all = scope.of(acquisitionBreakdown);
  return (['seller', 'channel'] as const).flatMap(dimension =>
    differenceFinding(
      scope,
      dimension,
      all.filter(one => one.dimension === dimension),
    ),
  );
};

const differenceFinding = (
  scope: Scope,
  dimension: 'seller' | 'channel',
  groups: readonly AcquisitionGroup[],
): Finding[] => {
  if (groups.length < 2) return [];
  const [pair] = [...separatedPairs(groups)].sort(
    ([a, b], [c, d]) =>
      (d.measured.value ?? 0) - (c.measured.value ?? 0) - ((b.measured.value ?? 0) - (a.measured.value ?? 0)),
  );
  if (pair === undefined)
    return [
      finding(
        `kpi-acquisition.${dimension}s-alike`,
        'notable',
        20,
        groups.map(({ group }) => figureId(dimension, group)),
        { groups: count(groups.length), contacted: count(total(groups)) },
      ),
    ];
  const [lower, higher] = pair;
  const named = (group: string) =>
    dimension === 'seller' ? text(personName(scope, group)) : term('opportunity-source', group);
  return [
    finding(
      `kpi-acquisition.${dimension}s-differ`,
      'notable',
      40,
      [figureId(dimension, lower.group), figureId(dimension, higher.group)],
      {
        lower: named(lower.group),
        higher: named(higher.group),
        lowerRate: share(lower.measured.value ?? 0),
        higherRate: share(higher.measured.value ?? 0),
      },
    ),
  ];
};

const total = (groups: readonly AcquisitionGroup[]): number =>
  groups.reduce((all, { contacted }) => all + contacted, 0);
